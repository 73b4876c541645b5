"""Dialogs: each asks one thing, answers Enter and Esc, and never blocks typing for long."""
