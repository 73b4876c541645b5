"""The layout panel (版式设计): the layout of the open issue, its pages live beside it."""
