"""The tree of the issue: its model, how it is drawn, and what is dragged in it."""
