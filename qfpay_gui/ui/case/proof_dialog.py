"""The proof dialog: what the document is to hold, how it looks, and where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qfpay_gui.models.case.proof import Form, ProofMaterial, RecordedMaterial, written
from qfpay_gui.models.saving import save_file
from qfpay_gui.snippets.signing_code.languages import LANGUAGES
from qfpay_gui.ui.case.proof_preview import ProofPreview
from qfpay_gui.ui.lists.file_choice import choose_place
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, fitting, px, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel, StillCombo
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.languages import named_languages, resolve, speaker
from qfpay_gui.ui.words.translate import whole

_STRETCHED = Qt.AlignmentFlag(0)
_FORMS: tuple[tuple[str, Form], ...] = (("Markdown", "markdown"), ("HTML", "html"), ("JSON", "json"))


class ProofDialog(QDialog):
    """Shows the document as it will be copied or saved; personal data is masked until asked for."""

    def __init__(
        self, material: ProofMaterial | RecordedMaterial, language: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._material = material
        self._language = StillCombo(self)
        self._form = StillCombo(self)
        self._languages = {one.id: QCheckBox(one.title, self) for one in LANGUAGES}
        self._reveal = QCheckBox(self.tr("Reveal personal data"), self)
        self._preview = ProofPreview(self)
        self._path = self._saved = ""
        self._said = ElidedLabel(self)
        self._copy = QPushButton(self.tr("Copy"), self)
        self._save = QPushButton(self.tr("Save as …"), self)
        self._open = QPushButton(self.tr("Open"), self)
        self._show = QPushButton(self.tr("Show in folder"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build(resolve(language))
        if isinstance(material, RecordedMaterial):
            self._tell_of_record()
        self._connect()
        self._render()

    @property
    def document(self) -> str:
        """What is copied and saved."""
        return self._written(self._chosen)

    def save_to(self, path: str) -> bool:
        """Write the document there and say so; False where it cannot be written, which is said as well."""
        document = self.document
        problem = save_file(path, document)
        self._path, self._saved = ("", "") if problem else (path, document)
        if problem:
            self._say(self.tr("Not saved: {problem}").format(problem=problem))
        else:
            self._say(self.tr("Saved: {path}").format(path=path))
        return not problem

    def _written(self, form: Form) -> str:
        chosen = tuple(name for name, box in self._languages.items() if box.isChecked())
        proof = self._material.proof(chosen, reveal_personal=self._reveal.isChecked())
        language = str(self._language.currentData())
        return written(proof, form, speaker(language), language.replace("_", "-"))

    @property
    def _chosen(self) -> Form:
        return _FORMS[max(self._form.currentIndex(), 0)][1]

    def _build(self, language: str) -> None:
        self.setObjectName("proof_dialog")
        self.setWindowTitle(self.tr("Proof to send back"))
        self.resize(fitting(self, 928, 588))
        for value, words in named_languages()[1:]:
            self._language.addItem(words, value)
        self._language.setCurrentIndex(self._language.findData(language))
        self._language.setObjectName("proof_language")
        self._language.setAccessibleName(self.tr("Language of the document"))
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
            (self.tr("Language"), (self._language,)),
            (self.tr("Signing code in"), tuple(self._languages.values())),
            (self.tr("Privacy"), (self._reveal,)),
        ):
            label = PlainLabel(words, self)
            set_property(label, "role", "heading")
            column.addWidget(label)
            for widget in widgets:
                side = _STRETCHED if isinstance(widget, StillCombo) else Qt.AlignmentFlag.AlignLeft
                column.addWidget(widget, 0, side)
            column.addSpacing(current().gap)
        for name, box in self._languages.items():
            box.setObjectName(f"proof_{name}")
            box.setChecked(True)
        column.addWidget(self._promise())
        column.addStretch(1)
        return column

    def _tell_of_record(self) -> None:
        """Offer nothing that would need the key or the real values of a kept case."""
        for box in (*self._languages.values(), self._reveal):
            box.setChecked(False)
            box.setEnabled(False)
        self._said.show_text(self.tr("As it was found then: without the key there is no signing code."))

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
        self._open.setToolTip(self.tr("Open the document in the program for it; it is saved first"))
        self._show.setToolTip(self.tr("Open the folder it was saved in; it is saved first"))
        named = (
            (self._close, "close_proof"),
            (self._show, "show_proof_in_folder"),
            (self._open, "open_proof"),
            (self._save, "save_proof"),
            (self._copy, "copy_proof"),
        )
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
        self._language.currentIndexChanged.connect(self._render)
        for box in (*self._languages.values(), self._reveal):
            box.toggled.connect(self._render)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        self._open.clicked.connect(self._on_open)
        self._show.clicked.connect(self._on_show)
        self._close.clicked.connect(self.reject)

    def _render(self) -> None:
        page = self._written("html")
        document = page if self._chosen == "html" else self.document
        self._preview.present(page, document, self._material.file_name(self._chosen))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(whole(self.document))
        self._say(self.tr("Copied: the proof as {form}").format(form=self._form.currentText()))

    def _on_save(self) -> None:
        name = self._material.file_name(self._chosen)
        path, _filter = choose_place(self, self.tr("Save the proof"), name)
        if path:
            self.save_to(path)

    def _is_saved(self) -> bool:
        """Whether the document lies in a file as it is now; where it does not, it is saved first."""
        if not self._path or self._saved != self.document:
            self._on_save()
        return bool(self._path) and self._saved == self.document

    def _on_open(self) -> None:
        if self._is_saved():
            self._hand_over(Path(self._path))

    def _on_show(self) -> None:
        if self._is_saved():
            self._hand_over(Path(self._path).parent)

    def _hand_over(self, path: Path) -> None:
        """Let the system open it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(self.tr("Nothing opens {path} on this computer.").format(path=path))

    def _say(self, sentence: str) -> None:
        self._said.show_text(sentence)
        say(self, sentence)
