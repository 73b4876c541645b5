"""Making a publication, and its settings: the same pages, step by step or as tabs."""

from desktop.dialogs.publication.making import NewPublicationDialog
from desktop.dialogs.publication.settings import PublicationDialog

__all__ = ["NewPublicationDialog", "PublicationDialog"]
