"""整页适配: what fitting would change, before and after side by side, taken whole or in part."""

from desktop.dialogs.fitting.dialog import FittingDialog

__all__ = ["FittingDialog"]
