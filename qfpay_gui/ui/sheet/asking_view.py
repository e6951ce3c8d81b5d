"""The sheet while it asks: who wants how much for what, and what a customer can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.reply.wx_results import FAILURES
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.buttons import SinglePressButton
from qfpay_gui.ui.widgets.elided import ElidedLabel, plain_tip
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from qfpay_gui.models.sheet.sheet_model import SheetModel
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.services.simulator.wechat.wallet import Sheet

_ROW = 20
_WIDE = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
_NARROW = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class AskingView(QWidget):
    """Each button acts once; none is pressed by Return unless the keyboard is on it."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._merchant = ElidedLabel(self)
        self._amount = PlainLabel(self)
        self._simulated = PlainLabel(self.tr("Simulated"), self)
        self._goods = self._fact("pay_sheet_goods", self.tr("Goods"))
        self._payer = self._fact("pay_sheet_payer", self.tr("Payer"))
        self._method = self._fact("pay_sheet_method", self.tr("Method"))
        self._trouble = PlainLabel(self)
        self._pay = SinglePressButton(self)
        self._cancel = SinglePressButton(self.tr("Cancel"), self)
        self._more = QToolButton(self)
        self._menu = FailureMenu(self)
        self._grid = QGridLayout(self)
        self._build()
        self._connect()

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Stand in one line, or as a card."""
        while self._grid.takeAt(0):
            pass
        for row in range(8):
            self._grid.setRowStretch(row, 0)
        facts = (self._goods, self._payer, self._method)
        for name, value in facts:
            name.setVisible(not is_compact)
            value.setVisible(not is_compact)
        self._trouble.setVisible(not is_compact and bool(self._trouble.text()))
        centre = Qt.AlignmentFlag.AlignCenter
        self._merchant.setAlignment(Qt.AlignmentFlag.AlignVCenter if is_compact else centre)
        self._amount.setAlignment(Qt.AlignmentFlag.AlignVCenter if is_compact else centre)
        set_property(self._amount, "role", "heading" if is_compact else "amount")
        if is_compact:
            self._line_up()
        else:
            self._stack_up()

    def set_terse(self, is_terse: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Leave the merchant's name out, and say below the amount that nothing of it is real."""
        self._merchant.setVisible(not is_terse)
        self._simulated.setVisible(is_terse)

    def show_sheet(self, sheet: Sheet, trouble: Text | None, *, is_busy: bool) -> None:
        """Ask for this; ``trouble`` says why paying cannot end well, ``is_busy`` that something was pressed."""
        amount = human_amount(sheet.txamt, sheet.txcurrcd) or f"{sheet.txamt} {sheet.txcurrcd}".strip()
        self._merchant.show_text(sheet.merchant)
        self._amount.setText(amount)
        self._goods[1].show_text(sheet.goods_name or "–")
        self._payer[1].show_text(_shortened(self._model.payer) or "–", self._model.payer)
        self._method[1].show_text(self.tr("Play money"))
        self._trouble.setText(translated(trouble))
        self._trouble.setVisible(bool(trouble) and self._goods[1].isVisibleTo(self))
        tip = translated(trouble) or self.tr("The customer pays: the order is paid and the notification goes out")
        self._pay.setText(self.tr("Pay"))
        self._pay.setAccessibleName(self.tr("Pay {amount}, simulated").format(amount=amount))
        self._pay.setToolTip(plain_tip(tip))
        for button in (self._pay, self._cancel, self._more):
            button.setEnabled(not is_busy)

    def _fact(self, name: str, words: str) -> tuple[QLabel, ElidedLabel]:
        label, value = PlainLabel(words, self), ElidedLabel(self)
        set_property(label, "role", "muted")
        value.setObjectName(name)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value.setFixedHeight(px(_ROW))
        return label, value

    def _build(self) -> None:
        self._merchant.setObjectName("pay_sheet_merchant")
        self._amount.setObjectName("pay_sheet_amount")
        set_property(self._amount, "role", "amount")
        self._simulated.setObjectName("pay_sheet_simulated")
        set_property(self._simulated, "role", "muted")
        self._trouble.setObjectName("pay_sheet_trouble")
        self._trouble.setWordWrap(True)
        set_property(self._trouble, "role", "muted")
        set_property(self._trouble, "severity", "attention")
        self._pay.setObjectName("pay_sheet_pay")
        set_property(self._pay, "role", "pay")
        self._cancel.setObjectName("pay_sheet_cancel")
        self._cancel.setToolTip(self.tr("The customer closes the sheet: the order stays open"))
        self._more.setObjectName("pay_sheet_fail")
        self._more.setText(self.tr("Fail"))
        self._more.setToolTip(self.tr("Let WeChat fail, or let the order expire"))
        self._more.setAccessibleName(self.tr("Fail"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu)
        for button in (self._pay, self._cancel):
            button.setAutoDefault(False)
        self._grid.setContentsMargins(0, 0, 0, 0)
        QWidget.setTabOrder(self._pay, self._cancel)
        QWidget.setTabOrder(self._cancel, self._more)

    def _connect(self) -> None:
        self._pay.clicked.connect(self._model.pay)
        self._cancel.clicked.connect(self._model.cancel)
        self._menu.failure_chosen.connect(self._model.fail)
        self._menu.expiry_chosen.connect(self._model.expire)

    def _stack_up(self) -> None:
        grid = self._grid
        grid.setSpacing(current().gap_small)
        grid.setHorizontalSpacing(current().gap)
        grid.addWidget(self._merchant, 0, 0, 1, 2)
        grid.addWidget(self._amount, 1, 0, 1, 2)
        for row, (name, value) in enumerate((self._goods, self._payer, self._method), 2):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        grid.addWidget(self._trouble, 5, 0, 1, 2)
        grid.setRowStretch(5, 1)
        grid.addWidget(self._pay, 6, 0, 1, 2)
        grid.addWidget(self._cancel, 7, 0)
        grid.addWidget(self._more, 7, 1)
        for column in range(6):
            grid.setColumnStretch(column, int(column < 2))
        self._cancel.setSizePolicy(_WIDE)
        self._more.setSizePolicy(_WIDE)

    def _line_up(self) -> None:
        grid = self._grid
        grid.setSpacing(current().gap)
        grid.setVerticalSpacing(0)
        for column, widget in enumerate((self._amount, self._merchant, self._pay, self._cancel, self._more)):
            grid.addWidget(widget, 0, column, 1 if widget is self._amount else 2, 1)
            grid.setColumnStretch(column, int(widget is self._merchant))
        grid.addWidget(self._simulated, 1, 0)
        self._cancel.setSizePolicy(_NARROW)
        self._more.setSizePolicy(_NARROW)


def _shortened(openid: str) -> str:
    """Enough of an openid to recognise it."""
    return f"{openid[:6]}…{openid[-4:]}" if len(openid) > 14 else openid


class FailureMenu(QMenu):
    """Every known failure with its errMsg and its cause, then the end of the order's time."""

    failure_chosen = Signal(str)
    """Carries the errMsg."""
    expiry_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pay_sheet_failures")
        self.setToolTipsVisible(True)
        for number, failure in enumerate(FAILURES):
            action = self.addAction(translated(failure.headline))
            action.setObjectName(f"pay_sheet_fail_{number}")
            action.setData(failure.err_msg)
            action.setToolTip(f"{failure.err_msg}\n{translated(failure.meaning)}")
        self.addSeparator()
        self._expiry = self.addAction(self.tr("Let its time run out"))
        self._expiry.setObjectName("pay_sheet_expire")
        self._expiry.setToolTip(self.tr("The order expires now, with the sheet still open"))
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        if action is self._expiry:
            self.expiry_chosen.emit()
        else:
            self.failure_chosen.emit(action.data())
