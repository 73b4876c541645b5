"""The pages on the screen: seen, selected, dragged and typed into."""
