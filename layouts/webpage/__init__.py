"""An issue as pages of the web: written from the issue and its structure, never from its pages."""
