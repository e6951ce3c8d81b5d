"""The proof dialog: what the document is to hold, how it looks, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qfpay_gui.models.case.proof import Form, ProofMaterial, RecordedMaterial, save, written
from qfpay_gui.snippets.signing_code.languages import LANGUAGES
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel, StillCombo
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.languages import resolve
from qfpay_gui.ui.words.translate import translated, whole

_STRETCHED = Qt.AlignmentFlag(0)
_FORMS: tuple[tuple[str, Form], ...] = (("Markdown", "markdown"), ("HTML", "html"), ("JSON", "json"))


class ProofDialog(QDialog):
    """Shows the document as it will be copied or saved; personal data is masked until asked for."""

    def __init__(
        self, material: ProofMaterial | RecordedMaterial, language: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._material = material
        self._language = resolve(language).replace("_", "-")
        self._form = StillCombo(self)
        self._languages = {one.id: QCheckBox(one.title, self) for one in LANGUAGES}
        self._reveal = QCheckBox(self.tr("Reveal personal data"), self)
        self._preview = QPlainTextEdit(self)
        self._said = ElidedLabel(self)
        self._copy = QPushButton(self.tr("Copy"), self)
        self._save = QPushButton(self.tr("Save as …"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()
        self._render()

    @property
    def document(self) -> str:
        """What is copied and saved."""
        chosen = tuple(name for name, box in self._languages.items() if box.isChecked())
        proof = self._material.proof(chosen, reveal_personal=self._reveal.isChecked())
        return written(proof, self._chosen, translated, self._language)

    def save_to(self, path: str) -> bool:
        """Write the document there and say so; False where it cannot be written, which is said as well."""
        problem = save(path, self.document)
        if problem:
            self._say(self.tr("Not saved: {problem}").format(problem=problem))
        else:
            self._say(self.tr("Saved: {path}").format(path=path))
        return not problem

    @property
    def _chosen(self) -> Form:
        return _FORMS[max(self._form.currentIndex(), 0)][1]

    def _build(self) -> None:
        self.setObjectName("proof_dialog")
        self.setWindowTitle(self.tr("Proof to send back"))
        self.resize(px(888), px(548))
        self._preview.setObjectName("proof_preview")
        self._preview.setAccessibleName(self.tr("The document"))
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setFont(mono(current().small_pt))
        set_property(self._preview, "role", "raw")
        columns = QHBoxLayout()
        columns.setSpacing(current().gap_large)
        columns.addLayout(self._choices())
        columns.addWidget(self._preview, 1)
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.margin)
        layout.addLayout(columns, 1)
        layout.addLayout(self._buttons())

    def _choices(self) -> QVBoxLayout:
        self._form.setObjectName("proof_form")
        self._form.setAccessibleName(self.tr("Format"))
        self._form.addItems([title for title, _form in _FORMS])
        self._reveal.setObjectName("reveal_personal")
        self._reveal.setToolTip(self.tr("Name and ID in extend_info; the key is never in it"))
        column = QVBoxLayout()
        column.setSpacing(current().gap_small)
        for words, widgets in (
            (self.tr("Format"), (self._form,)),
            (self.tr("Signing code in"), tuple(self._languages.values())),
            (self.tr("Privacy"), (self._reveal,)),
        ):
            label = PlainLabel(words, self)
            set_property(label, "role", "heading")
            column.addWidget(label)
            for widget in widgets:
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is not self._form else _STRETCHED)
            column.addSpacing(current().gap_large)
        for name, box in self._languages.items():
            box.setObjectName(f"proof_{name}")
            box.setChecked(True)
        column.addWidget(self._promise())
        column.addStretch(1)
        return column

    def _promise(self) -> QLabel:
        words = self.tr(
            "The client key is never in it: a mark as long as the key and a short fingerprint stand for it."
        )
        promise = PlainLabel(words, self)
        promise.setWordWrap(True)
        promise.setMaximumWidth(px(224))
        set_property(promise, "role", "muted")
        return promise

    def _buttons(self) -> QHBoxLayout:
        self._said.setObjectName("proof_said")
        set_property(self._said, "role", "muted")
        named = ((self._close, "close_proof"), (self._save, "save_proof"), (self._copy, "copy_proof"))
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addWidget(self._said, 1)
        for button, name in named:
            button.setObjectName(name)
            button.setAutoDefault(False)
            line.addWidget(button)
        set_icon(self._save, "save")
        set_property(self._copy, "role", "primary")
        self._copy.setDefault(True)
        return line

    def _connect(self) -> None:
        self._form.currentIndexChanged.connect(self._render)
        for box in (*self._languages.values(), self._reveal):
            box.toggled.connect(self._render)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        self._close.clicked.connect(self.reject)

    def _render(self) -> None:
        self._preview.setPlainText(whole(self.document))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(whole(self.document))
        self._say(self.tr("Copied: the proof as {form}").format(form=self._form.currentText()))

    def _on_save(self) -> None:
        name = self._material.file_name(self._chosen)
        path, _filter = QFileDialog.getSaveFileName(self, self.tr("Save the proof"), name)
        if path:
            self.save_to(path)

    def _say(self, sentence: str) -> None:
        self._said.show_text(sentence)
        say(self, sentence)
