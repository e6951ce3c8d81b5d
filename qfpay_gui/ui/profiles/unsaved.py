"""The question before something typed is lost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

Decision = QMessageBox.StandardButton


def ask_about_unsaved(name: str, parent: QWidget) -> Decision:
    """Save, Discard or Cancel; Cancel is what Escape gives."""
    box = QMessageBox(parent)
    box.setObjectName("unsaved")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Unsaved", "Unsaved changes"))
    box.setText(QCoreApplication.translate("Unsaved", "Save the changes to “{name}”?").format(name=name))
    box.setInformativeText(QCoreApplication.translate("Unsaved", "Without saving, what you entered is lost."))
    box.setStandardButtons(Decision.Save | Decision.Discard | Decision.Cancel)
    box.setDefaultButton(Decision.Save)
    box.setEscapeButton(Decision.Cancel)
    return Decision(box.exec())
