"""The three values of the question, and the line of code that prints the third."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.code2session.call import CONSOLE_LINE
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.openid.field_line import LABEL_WIDTH, FieldLine
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel, StillCombo
from qfpay_gui.ui.widgets.key_edit import KeyEdit
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from qfpay_gui.models.openid.app_secret_keeper import KnownApp
    from qfpay_gui.models.openid.state import OpenidState


class OpenidForm(QWidget):
    """Shows a state and says what a person makes of it; nothing typed is kept here."""

    edited = Signal(str, object)
    """Carries a wire name and the value as a str, declared so that it arrives whole: see ``ui.whole``."""
    clean_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[KnownApp, ...] = ()
        self.appid = StillCombo(self)
        self.secret = SecretEdit(self)
        self.js_code = LineEdit(self)
        self._forget = self._tool("forget_app_secret", "trash", self.tr("Forget this Mini Program's AppSecret"))
        self._paste = self._tool("paste_js_code", "paste", self.tr("Paste the js_code"))
        self._copy = self._tool("copy_console_line", "copy", self.tr("Copy the line for the console"))
        self._build()
        self._connect()

    def present(self, state: OpenidState) -> None:
        """Show what stands in the fields and what is noticed about it."""
        self._list(state.known)
        login = state.login
        for edit, value in ((self._line, login.appid), (self.secret, login.secret), (self.js_code, login.js_code)):
            if edit.text() != value:
                edit.setText(whole(value))
        self._forget.setEnabled(state.is_known)
        for name, line in self._lines.items():
            line.say(state.finding(name))

    def said(self, name: str) -> str:
        """The words under this field."""
        return self._lines[name].said

    def go_to_first_gap(self) -> None:
        """Put the cursor where something is missing, or into js_code."""
        edits = (self._line, self.secret, self.js_code)
        target = next((edit for edit in edits if not edit.text()), self.js_code)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.selectAll()

    @property
    def _line(self) -> QLineEdit:
        line = self.appid.lineEdit()
        assert line is not None  # noqa: S101 - it is editable
        return line

    def _list(self, known: tuple[KnownApp, ...]) -> None:
        if known == self._known:
            return
        self._known = known
        with QSignalBlocker(self.appid):
            typed = self._line.text()
            self.appid.clear()
            for app in known:
                picture = icon("key" if app.kept == "keychain" else "key-missing")
                self.appid.addItem(picture, app.appid)
                self.appid.setItemData(self.appid.count() - 1, self._where(app), Qt.ItemDataRole.ToolTipRole)
            self.appid.setCurrentIndex(-1)
            self.appid.setEditText(whole(typed))

    def _where(self, app: KnownApp) -> str:
        return self.tr("AppSecret in the keychain") if app.kept == "keychain" else self.tr("Kept for this session only")

    def _build(self) -> None:
        self.appid.setEditable(True)
        self.appid.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.appid.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none to complete nothing
        self._line.setObjectName("openid_appid_line")
        self._line.setMaxLength(2**16)
        for edit, name, words in (
            (self.appid, "openid_appid", self.tr("AppID of the Mini Program")),
            (self.secret, "openid_secret", self.tr("AppSecret of the Mini Program")),
            (self.js_code, "openid_js_code", self.tr("js_code of wx.login")),
        ):
            edit.setObjectName(name)
            edit.setAccessibleName(words)
        for line in (self._line, self.secret, self.js_code):
            set_property(line, "role", "wire")
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines = {
            "appid": FieldLine(self.tr("A&ppID"), "appid", self.appid, self),
            "secret": FieldLine(self.tr("App&Secret"), "secret", self.secret, self),
            "js_code": FieldLine(self.tr("&Login code"), "js_code", self.js_code, self),
        }
        self._explain()
        self._lines["appid"].add(self._forget)
        self._lines["js_code"].add(self._paste)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        for line in self._lines.values():
            layout.addWidget(line)
        layout.addLayout(self._console())

    def _explain(self) -> None:
        self._lines["appid"].set_help(
            self.tr("The Mini Program that pays: wx and 16 characters"),
            self.tr("At mp.weixin.qq.com under Development, Development settings; in pay_params it is appId"),
        )
        self._lines["secret"].set_help(
            self.tr("The Mini Program's own secret: 32 characters"),
            self.tr("At mp.weixin.qq.com beside the AppID. WeChat shows it once; its administrator can reset it"),
        )
        self._lines["js_code"].set_help(
            self.tr("The code of one wx.login(): it works once, within 5 minutes"),
            self.tr("Run this line in the console of the Mini Program, in the developer tools or on the phone:"),
        )

    def _console(self) -> QHBoxLayout:
        line = ElidedLabel(self)
        line.setObjectName("console_line")
        line.setFont(mono(current().small_pt))
        line.show_text(CONSOLE_LINE)
        row = QHBoxLayout()
        row.setContentsMargins(LABEL_WIDTH + current().gap, 0, 0, 0)
        row.setSpacing(current().gap)
        row.addWidget(line, 1)
        row.addWidget(self._copy)
        return row

    def _tool(self, name: str, icon_name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        describe(button, name, words, icon_name, "field")
        return button

    def _connect(self) -> None:
        self.appid.editTextChanged.connect(self._on_appid)
        self.secret.textEdited.connect(self._on_secret)
        self.js_code.textEdited.connect(self._on_js_code)
        for line in self._lines.values():
            line.clean_requested.connect(self.clean_requested)
        self._forget.clicked.connect(self._on_forget)
        self._paste.clicked.connect(self._on_paste)
        self._copy.clicked.connect(self._on_copy)

    def _on_appid(self, value: str) -> None:
        self.edited.emit("appid", value)

    def _on_secret(self, value: str) -> None:
        self.edited.emit("secret", value)

    def _on_js_code(self, value: str) -> None:
        self.edited.emit("js_code", value)

    def _on_forget(self) -> None:
        self.forget_requested.emit(self._line.text())

    def _on_paste(self) -> None:
        self.edited.emit("js_code", QGuiApplication.clipboard().text().strip())

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(CONSOLE_LINE)
        say(self, self.tr("Copied: the line for the Mini Program's console"))


class SecretEdit(KeyEdit):
    """Shows dots until the eye is pressed, as the client key's field does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.eye.setObjectName("reveal_app_secret")
        self.eye.toggled.connect(self._name_eye)
        self._name_eye(self.eye.isChecked())

    def _name_eye(self, revealed: bool) -> None:  # noqa: FBT001 - Qt's signal
        words = self.tr("Hide the AppSecret") if revealed else self.tr("Show the AppSecret")
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)
