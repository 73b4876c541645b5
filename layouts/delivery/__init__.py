"""Export sets: everything that an issue goes out as, in one act, in one folder with a manifest."""
