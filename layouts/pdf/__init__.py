"""The objects of a PDF and the file they make (ISO 32000-1 7). Knows nothing of what they say."""
