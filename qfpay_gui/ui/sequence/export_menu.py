"""What can be done with a whole diagram: copy it, save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from qfpay_gui.ui.lists.file_choice import choose_place
from qfpay_gui.ui.sequence.diagram_export import FORMS, as_image, as_mermaid, save
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from qfpay_gui.qfpay.sequence.messages import Sequence


class ExportMenu(QMenu):
    """Keys and personal data are masked in all of it, as in the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sequence: Sequence | None = None
        self.setObjectName("sequence_export_menu")
        for name, words, act in (
            ("copy_picture", self.tr("Copy as a picture"), self.copy_picture),
            ("copy_mermaid", self.tr("Copy as Mermaid text"), self.copy_mermaid),
            ("save_diagram", self.tr("Save as PNG, SVG or Mermaid …"), self.ask_where_to_save),
        ):
            action = self.addAction(words)
            action.setObjectName(name)
            action.triggered.connect(act)

    def set_sequence(self, sequence: Sequence | None) -> None:
        """Work on this diagram from now on."""
        self._sequence = sequence

    def copy_picture(self) -> None:
        """Put the diagram on the clipboard as a picture."""
        if self._sequence is not None:
            QGuiApplication.clipboard().setImage(as_image(self._sequence))
            say(self, self.tr("Copied: the diagram as a picture"))

    def copy_mermaid(self) -> None:
        """Put the diagram on the clipboard as Mermaid text."""
        if self._sequence is not None:
            QGuiApplication.clipboard().setText(whole(as_mermaid(self._sequence)))
            say(self, self.tr("Copied: the diagram as Mermaid text"))

    def ask_where_to_save(self) -> None:
        """Ask for a file and write the diagram there."""
        if self._sequence is None:
            return
        filters = ";;".join(
            (self.tr("PNG picture (*.png)"), self.tr("SVG picture (*.svg)"), self.tr("Mermaid text (*.mmd)"))
        )
        path, chosen = choose_place(self.parentWidget(), self.tr("Save the diagram"), "", filters)
        if path:
            self.save_to(path, chosen)

    def save_to(self, path: str, chosen: str = "") -> bool:
        """Write the diagram there and say so; a name without a known ending gets that of the chosen form."""
        if self._sequence is None:
            return False
        if path.rpartition(".")[2].lower() not in FORMS:
            path += next((f".{form}" for form in FORMS if f"*.{form}" in chosen), ".png")
        problem = save(self._sequence, path)
        if problem:
            say(self, self.tr("Not saved: {problem}").format(problem=problem))
        else:
            say(self, self.tr("Saved: {path}").format(path=path))
        return not problem
