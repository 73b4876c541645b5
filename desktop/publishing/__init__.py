"""Publications in the window: those known, their cards on the start page, new issues of them."""
