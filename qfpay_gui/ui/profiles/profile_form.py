"""The fields of one profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.hidden import compacted
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.profiles.checks import Remark, about_environment, read_pasted, remark
from qfpay_gui.ui.profiles.form_line import FormLine
from qfpay_gui.ui.widgets.elided import ElidedCombo, StillCombo
from qfpay_gui.ui.widgets.key_edit import KeyEdit
from qfpay_gui.ui.words.environments import environment_name, kind_name
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qfpay_gui.qfpay.addresses import Address

_NAME_HINT = text("Profiles", "As you want to see it in the list")
_READ_ONLY_HINT = text("Profiles", "Not to be changed here. Duplicate it to make your own")
_SIGN_TYPE_HINT = text("Profiles", "Usually MD5. SHA256 is announced in a header")


class ProfileForm(QWidget):
    """Shows a profile and gives back what was made of it. ``edited`` comes with every keystroke."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, addresses: Iterable[Address] = ()) -> None:
        super().__init__(parent)
        self._addresses = tuple(addresses)
        self._presented = Profile("", "")
        self._name_problem: Callable[[str], Text | None] = _no_problem
        self.name = self._line_edit("name", self.tr("Profile name"))
        self.environment = ElidedCombo(self)
        self.app_code = self._line_edit("app_code", self.tr("App code"))
        self.client_key = KeyEdit(self)
        self.mchid = self._line_edit("mchid", self.tr("Merchant ID"))
        self.sign_type = StillCombo(self)
        self._build()
        self._connect()

    @property
    def profile(self) -> Profile:
        """The profile as it stands in the fields."""
        credentials = Credentials(
            self.app_code.text(), self.client_key.text(), self.mchid.text(), self.sign_type.currentText()
        )
        return Profile(self.name.text(), self.environment.currentData() or "", credentials)

    @property
    def is_edited(self) -> bool:
        """Whether the fields hold something else than was presented."""
        return self.profile != self._presented

    @property
    def can_be_named_so(self) -> bool:
        """Whether a profile can have the name that is typed; the line under it says why not."""
        return self._name_problem(self.name.text()) is None

    def said(self, field: str) -> str:
        """The words of the line under this field."""
        return self._lines[field].said

    def present(self, profile: Profile, name_problem: Callable[[str], Text | None], *, editable: bool = True) -> None:
        """Show a profile, with its key masked."""
        self._name_problem = name_problem
        self._fill(profile)
        self.client_key.hide_key()
        for edit in (self.name, self.app_code, self.client_key, self.mchid):
            edit.setReadOnly(not editable)
            edit.setCursorPosition(0)
        for box in (self.environment, self.sign_type):
            box.setEnabled(editable)
        self._presented = self.profile
        self._say()

    def suggest(self, profile: Profile) -> None:
        """Fill the fields as if a person had typed it all."""
        self._fill(profile)
        self._on_edited(None)

    def insist_on_name(self) -> None:
        """Say what is wrong with the name, even of a profile that has none yet, and go there."""
        self._say_name(insisting=True)
        self.name.setFocus()
        self.name.selectAll()

    def _line_edit(self, name: str, words: str) -> QLineEdit:
        edit = LineEdit(self)
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        return edit

    def _build(self) -> None:
        self.client_key.setObjectName("client_key")
        self.client_key.setAccessibleName(self.tr("Client key"))
        for box, name, words in (
            (self.environment, "profile_environment", self.tr("Environment")),
            (self.sign_type, "profile_sign_type", self.tr("Sign type")),
        ):
            box.setObjectName(name)
            box.setAccessibleName(words)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for box in (self.environment, self.sign_type):
            box.currentTextChanged.connect(box.setToolTip)
        for edit in (self.app_code, self.client_key, self.mchid):
            set_property(edit, "role", "wire")
        for environment in environments.ALL:
            kind = icon(kind_name(environment.kind.value))
            self.environment.addItem(kind, translated(environment.name), environment.id)
        for address in self._addresses:
            self.environment.addItem(icon("custom"), translated(address.environment.name), address.id)
        self.sign_type.addItems(SIGN_TYPES)
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines = {
            "name": FormLine(self.tr("&Name"), "", self.name, self),
            "environment": FormLine(self.tr("&Environment"), "", self.environment, self),
            "app_code": FormLine(self.tr("&App code"), "app_code", self.app_code, self),
            "client_key": FormLine(self.tr("Client &key"), "client_key", self.client_key, self),
            "mchid": FormLine(self.tr("&Merchant ID"), "mchid", self.mchid, self),
            "sign_type": FormLine(self.tr("Sign &type"), "", self.sign_type, self),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        for line in self._lines.values():
            layout.addWidget(line)
        layout.addStretch(1)

    def _connect(self) -> None:
        for edit in (self.name, self.app_code, self.client_key, self.mchid):
            edit.textEdited.connect(self._on_edited)
        for box in (self.environment, self.sign_type):
            box.activated.connect(self._on_edited)
        for field in ("app_code", "client_key", "mchid"):
            self._lines[field].offer_taken.connect(self._on_offer)

    def _fill(self, profile: Profile) -> None:
        credentials = profile.credentials
        self.name.setText(profile.name)
        self.app_code.setText(credentials.app_code)
        self.client_key.setText(credentials.client_key)
        self.mchid.setText(credentials.mchid)
        if self.environment.findData(profile.environment_id) < 0:
            name = translated(environment_name(profile.environment_id))
            self.environment.addItem(icon("custom"), name, profile.environment_id)
        self.environment.setCurrentIndex(self.environment.findData(profile.environment_id))
        self.sign_type.setCurrentIndex(max(0, self.sign_type.findText(credentials.sign_type)))

    def _say(self) -> None:
        self._say_name(insisting=False)
        self._lines["environment"].say_quietly(about_environment(self.profile.environment_id))
        self._lines["sign_type"].say_quietly(_SIGN_TYPE_HINT)
        for field in ("app_code", "client_key", "mchid"):
            self._lines[field].say(remark(field, self.profile.credentials))

    def _say_name(self, *, insisting: bool) -> None:
        if self.name.isReadOnly():
            self._lines["name"].say_quietly(_READ_ONLY_HINT if self.name.text() else _NAME_HINT)
            return
        typed = self.name.text()
        problem = self._name_problem(typed) if typed or insisting else None
        self._lines["name"].say(Remark(problem, Severity.WRONG) if problem else Remark(_NAME_HINT))

    def _on_edited(self, _value: object) -> None:
        self._say()
        self.edited.emit()

    def _on_offer(self, field: str, offer: str) -> None:
        value = getattr(self.profile.credentials, field)
        changes = read_pasted(value) if offer == "split" else {field: compacted(value)}
        emptied = {field: ""} if offer == "split" else {}
        credentials = replace(self.profile.credentials, **{**emptied, **changes})
        self._fill(replace(self.profile, credentials=credentials))
        {"app_code": self.app_code, "client_key": self.client_key, "mchid": self.mchid}[field].setFocus()
        self._on_edited(None)


def _no_problem(_name: str) -> Text | None:
    return None
