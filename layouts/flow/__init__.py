"""Lines to pages: slots round photos, pagination, masthead, contents and running parts."""
