"""Characters to lines: classes, itemising, shaping, breaking and justification of Chinese text."""
