"""An issue as a Word file (ECMA-376), and the names by which it is known again when it comes back."""
