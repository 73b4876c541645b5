"""An issue as a Word file (ECMA-376), and the names of styles by which it is known again."""
