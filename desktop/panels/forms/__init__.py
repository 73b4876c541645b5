"""The inspector's forms: fields that commit as they are typed, each a named step of undo."""
