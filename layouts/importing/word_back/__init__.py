"""A Word file of ours that comes back: what its styles say, and what was changed in it."""
