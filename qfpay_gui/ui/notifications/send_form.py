"""What is sent to a receiver: address, body, how it is signed, with which key; and the buttons that send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.models.case.files import Pasted
from qfpay_gui.models.notifications.outgoing import REPLAY
from qfpay_gui.qfpay.notifications.address import LONGEST
from qfpay_gui.qfpay.notifications.message import SIGN_HEADER
from qfpay_gui.qfpay.notifications.variants import VARIANTS
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.notifications.key_choice import KeyChoice
from qfpay_gui.ui.notifications.wording import LAPSES
from qfpay_gui.ui.widgets.buttons import SinglePressButton, describe
from qfpay_gui.ui.widgets.elided import ElidedCombo, ElidedLabel
from qfpay_gui.ui.widgets.later import read_in_order
from qfpay_gui.ui.widgets.paste_edit import PasteEdit
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.notifications.posting_model import PostingModel
    from qfpay_gui.models.notifications.posting_state import PostingState

_RECORDED = text("Receiver", "As recorded")


class SendForm(QWidget):
    """Renders what is composed; what is typed goes to the model, what is to be sent is asked for by signals."""

    send_pressed = Signal()
    series_pressed = Signal()
    schedule_pressed = Signal(float)
    """Carries how many times faster than QFPay's the schedule shall pass."""

    def __init__(self, model: PostingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._url = LineEdit(self)
        self._body = PasteEdit(self)
        self._example = QToolButton(self)
        self._choice = ElidedCombo(self)
        self._signature = ElidedLabel(self)
        self._key = KeyChoice("receiver", self.tr("Client key to sign with"))
        self._problem = ElidedLabel(self)
        self._send: QPushButton = SinglePressButton(self.tr("&Post it"), self)
        self._series: QPushButton = SinglePressButton(self.tr("&Whole series"), self)
        self._schedule: QPushButton = SinglePressButton(self.tr("As QFPay &retries"), self)
        self._lapse = ElidedCombo(self)
        self._cancel = QPushButton(self.tr("Stop"), self)
        self._pressed: QPushButton | None = None
        self._has_recorded: bool | None = None
        self._build()
        self._connect()
        self.offer(model.state.outgoing.body)

    def focus_address(self) -> None:
        """Put the cursor into the address, where none is typed yet, else into the body."""
        (self._body if self._url.text() else self._url).setFocus()

    def offer(self, body: str) -> None:
        """Show this body in its field."""
        if body != self._body.source:
            self._body.offer(Pasted(body))

    def restyle(self) -> None:
        """Draw in the fonts of the present theme."""
        self._body.setFont(mono(current().small_pt))

    def present(self, state: PostingState) -> None:
        """Show how it would be signed, and what can be pressed."""
        outgoing = state.outgoing
        if outgoing.url != self._url.text():
            self._url.setText(outgoing.url)
        self._present_choices(outgoing.is_recorded, outgoing.variant.id)
        self._key.present(state.key_names, state.key_choice)
        self._signature.show_text(self._signed(state))
        problem = outgoing.problem
        self._problem.show_text(translated(problem))
        idle = not state.is_working
        self._keep_keyboard(idle=idle)
        self._send.setEnabled(idle and problem is None)
        self._schedule.setEnabled(idle and problem is None)
        self._series.setEnabled(idle and outgoing.trouble is None)
        if self._cancel.hasFocus() and idle:
            (self._pressed if self._pressed and self._pressed.isEnabled() else self._url).setFocus()
        self._cancel.setEnabled(state.is_working)

    def _keep_keyboard(self, *, idle: bool) -> None:
        """What is about to be disabled would hand the keyboard to anybody: it goes to Stop, and back afterwards."""
        pressed = next((one for one in (self._send, self._series, self._schedule) if one.hasFocus()), None)
        if pressed is not None and not idle:
            self._pressed = pressed
            self._cancel.setEnabled(True)
            self._cancel.setFocus()

    def _signed(self, state: PostingState) -> str:
        messages = state.outgoing.messages
        if not messages or not state.outgoing.client_key:
            return "–"
        names = [name for name, _value in messages[0].headers if name.lower() == SIGN_HEADER.lower()]
        if not names:
            return self.tr("no header")
        value = messages[0].signature or self.tr("empty")
        return value if names[0] == SIGN_HEADER else f"{names[0]}: {value}"

    def _present_choices(self, has_recorded: bool, chosen: str) -> None:  # noqa: FBT001 - what the state says
        if has_recorded is not self._has_recorded:
            self._has_recorded = has_recorded
            self._choice.clear()
            if has_recorded:
                self._choice.addItem(translated(_RECORDED), REPLAY)
            for one in VARIANTS[:-1]:
                self._choice.addItem(translated(one.title), one.id)
        place = max(0, self._choice.findData(chosen))
        if place != self._choice.currentIndex():
            self._choice.setCurrentIndex(place)

    def _build(self) -> None:
        self._name_fields()
        self._name_buttons()
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().gap)
        grid.setVerticalSpacing(current().gap_small)
        body = QVBoxLayout()
        body.addWidget(self._label(self.tr("Body"), self._body))
        body.addWidget(self._example)
        body.addStretch(1)
        grid.addWidget(self._label(self.tr("Receiver"), self._url), 0, 0)
        grid.addWidget(self._url, 0, 1)
        grid.addLayout(body, 1, 0)
        grid.addWidget(self._body, 1, 1)
        grid.addWidget(self._label(self.tr("Posted"), self._choice), 2, 0)
        grid.addWidget(self._choice, 2, 1)
        grid.addWidget(self._label(SIGN_HEADER), 3, 0)
        grid.addWidget(self._signature, 3, 1)
        grid.addWidget(self._label(self.tr("Key"), self._key.combo), 4, 0)
        grid.addWidget(self._key, 4, 1)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().gap_small)
        column.addLayout(grid, 1)
        column.addWidget(self._problem)
        column.addLayout(_line(self._send, self._series, self._cancel))
        column.addLayout(_line(self._schedule, self._lapse))
        buttons = (self._send, self._series, self._cancel, self._schedule, self._lapse)
        read_in_order(self, self._url, self._example, self._body, self._choice, self._key, *buttons)

    def _name_fields(self) -> None:
        self._url.setObjectName("receiver_url")
        self._url.setPlaceholderText("http://127.0.0.1:8000/notify")
        self._url.setMaxLength(LONGEST + 1)
        self._url.setFont(mono(current().small_pt))
        self._body.setObjectName("receiver_body")
        self._body.setFont(mono(current().small_pt))
        self._body.setMinimumHeight(px(56))
        self._choice.setObjectName("receiver_variant")
        self._choice.setMinimumContentsLength(8)
        self._choice.setSizeAdjustPolicy(ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._signature.setObjectName("receiver_signature")
        self._signature.setFont(mono(current().small_pt))
        self._problem.setObjectName("receiver_problem")
        set_property(self._problem, "role", "muted")
        describe(self._example, "receiver_example", self.tr("Fill in a payment that nobody made"), "refresh")

    def _name_buttons(self) -> None:
        self._send.setObjectName("post_once")
        set_property(self._send, "role", "primary")
        set_icon(self._send, "send", "on_accent")
        self._send.setToolTip(self.tr("Post what is shown, once"))
        self._series.setObjectName("post_series")
        self._series.setToolTip(self.tr("Post it in every way, right and wrong, and judge what the receiver does"))
        self._cancel.setObjectName("post_cancel")
        self._schedule.setObjectName("post_schedule")
        self._schedule.setToolTip(self.tr("Post it again and again until SUCCESS comes back, eight times at most"))
        self._lapse.setObjectName("post_lapse")
        self._lapse.setAccessibleName(self.tr("How fast the retry schedule passes"))
        self._lapse.setMinimumContentsLength(8)
        self._lapse.setSizeAdjustPolicy(ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for factor, words in LAPSES.items():
            self._lapse.addItem(translated(words), factor)
        self._lapse.setCurrentIndex(len(LAPSES) - 1)

    def _label(self, words: str, buddy: QWidget | None = None) -> QLabel:
        label = PlainLabel(words, self)
        if buddy is not None:
            label.setBuddy(buddy)
            buddy.setAccessibleName(words)
        set_property(label, "role", "label")
        return label

    def _connect(self) -> None:
        model = self._model
        self._url.textEdited.connect(model.type_url)
        self._body.edited.connect(model.type_body)
        self._example.clicked.connect(self._on_example)
        self._choice.activated.connect(self._on_choice)
        self._key.chosen.connect(model.choose_key)
        self._key.typed.connect(model.type_key)
        self._url.returnPressed.connect(self._on_return)
        self._send.clicked.connect(self._on_send)
        self._series.clicked.connect(self._on_series)
        self._schedule.clicked.connect(self._on_schedule)
        self._cancel.clicked.connect(self._on_cancel)

    def _on_example(self) -> None:
        self._model.compose_example()

    def _on_choice(self, _index: int) -> None:
        self._model.choose(self._choice.currentData())

    def _on_return(self) -> None:
        """Enter in the address is no post: it goes on to the button."""
        self._send.setFocus()

    def _on_send(self) -> None:
        self.send_pressed.emit()

    def _on_series(self) -> None:
        self.series_pressed.emit()

    def _on_schedule(self) -> None:
        self.schedule_pressed.emit(self._lapse.currentData())

    def _on_cancel(self) -> None:
        self._model.cancel()


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(current().gap)
    for widget in widgets:
        line.addWidget(widget, 1 if isinstance(widget, ElidedCombo) else 0)
    line.addStretch(0 if any(isinstance(widget, ElidedCombo) for widget in widgets) else 1)
    return line
