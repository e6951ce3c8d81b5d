"""A Mini Program project that pays one order: every file as text, by its path."""

from __future__ import annotations

from qfpay_gui.snippets.project.files import folder_name, mini_program_project
from qfpay_gui.snippets.project.order import MadeOrder

__all__ = ["MadeOrder", "folder_name", "mini_program_project"]
