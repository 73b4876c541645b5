"""What the mouse does on the pages: one class per gesture."""
