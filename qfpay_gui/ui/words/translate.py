"""From sentences of the pure rooms to the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qfpay_gui.qfpay.text import Text


def translated(sentence: Text | None) -> str:
    """The sentence in the window's language with its values filled in; "" for None."""
    if sentence is None:
        return ""
    template = QCoreApplication.translate(sentence.context, sentence.template)
    if not sentence.values:
        return template.format()
    values = {name: translated(value) if isinstance(value, Text) else value for name, value in sentence.values}
    return template.format_map(values)
