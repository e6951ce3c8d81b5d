"""The fields of one custom address: its base URL and its name, with what is noticed about both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from qfpay_gui.qfpay.addresses import clean_name, name_problem, url_problem, url_remark, without_call
from qfpay_gui.qfpay.environments import CUSTOM_CAUTION, custom
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.profiles.checks import Remark
from qfpay_gui.ui.profiles.form_line import FormLine
from qfpay_gui.ui.words.line_edit import LineEdit

if TYPE_CHECKING:
    from qfpay_gui.qfpay.addresses import Address

_NAME_HINT = text("Addresses", "As you want to see it in the list; empty for host and path")
_URL_HINT = text("Addresses", "Like https://pay.example.com/path; /trade/v1/… is added to it")
_UNTOUCHED = "https://"


class AddressForm(QWidget):
    """Shows an address and gives back what was made of it. ``edited`` comes with every keystroke."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: tuple[Address, ...] = ()
        self._presented = ("", "")
        self._url = self._line_edit("address_url", self.tr("Base URL"))
        self._name = self._line_edit("address_name", self.tr("Name"))
        set_property(self._url, "role", "wire")
        self._lines = {
            "url": FormLine(self.tr("&Base URL"), "", self._url, self),
            "name": FormLine(self.tr("&Name"), "", self._name, self),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        for line in self._lines.values():
            layout.addWidget(line)
        layout.addStretch(1)
        for edit in (self._name, self._url):
            edit.textEdited.connect(self._on_edited)
        self._lines["url"].offer_taken.connect(self._on_offer)

    @property
    def typed(self) -> tuple[str, str]:
        """Name and base URL as they stand in the fields."""
        return self._name.text(), self._url.text()

    @property
    def is_edited(self) -> bool:
        """Whether the fields hold something else than was presented."""
        return self.typed != self._presented

    def said(self, field: str) -> str:
        """The words of the line under "name" or "url"."""
        return self._lines[field].said

    def present(self, address: Address, others: tuple[Address, ...]) -> None:
        """Show an address beside the others; of a new one whose URL is given, that counts as typed."""
        self._others = others
        self._name.setText(address.name)
        self._url.setText(address.base_url)
        self._presented = (address.name, address.base_url if address.id else _UNTOUCHED)
        self._say()

    def begin(self) -> None:
        """Put the cursor at the end of the base URL."""
        self._url.setFocus(Qt.FocusReason.OtherFocusReason)
        self._url.end(False)  # noqa: FBT003 - Qt's signature

    def insist(self) -> bool:
        """Whether both can be kept; the first field that cannot says why, even if nothing was typed, and is gone to."""
        self._say(insisting=True)
        wrong = next((edit for edit, problem in self._problems() if problem is not None), None)
        if wrong is not None:
            wrong.setFocus()
            wrong.selectAll()
        return wrong is None

    def _problems(self) -> tuple[tuple[QLineEdit, object], ...]:
        name, url = self.typed
        named = name_problem(name, self._others) if clean_name(name) else None
        return (self._url, url_problem(url, self._others)), (self._name, named)

    def _say(self, *, insisting: bool = False) -> None:
        name, url = self.typed
        problem = name_problem(name, self._others) if clean_name(name) else None
        self._lines["name"].say(Remark(problem, Severity.WRONG) if problem else Remark(_NAME_HINT))
        self._lines["url"].say(self._of_url(url, insisting=insisting))

    def _of_url(self, url: str, *, insisting: bool) -> Remark:
        if url in {"", _UNTOUCHED} and not insisting:
            return Remark(_URL_HINT)
        if (problem := url_problem(url, self._others)) is not None:
            return Remark(problem, Severity.WRONG)
        if (remark := url_remark(url)) is not None:
            return Remark(remark, Severity.ATTENTION, "cut" if without_call(url) != url else None)
        return Remark(CUSTOM_CAUTION if custom(url).host else _URL_HINT)

    def _line_edit(self, name: str, words: str) -> QLineEdit:
        edit = LineEdit(self)
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        return edit

    def _on_edited(self, _typed: str) -> None:
        self._say()
        self.edited.emit()

    def _on_offer(self, _wire_name: str, _offer: str) -> None:
        self._url.setText(without_call(self._url.text()))
        self._url.setFocus()
        self._on_edited("")
