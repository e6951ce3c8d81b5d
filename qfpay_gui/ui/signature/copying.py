"""What can be copied from the signature panel; the key is never among it unless it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


def _sorted_lines(request: PreparedRequest) -> str:
    pieces = request.signed.segments
    names = [piece.name for piece in pieces if piece.kind == "name"]
    values = [piece.text for piece in pieces if piece.kind == "value"]
    return "\n".join(f"{name}={value}" for name, value in zip(names, values, strict=True))


def _headers(request: PreparedRequest) -> str:
    return "\n".join(f"{name}: {value}" for name, value in request.headers)


def _curl(request: PreparedRequest) -> str:
    from qfpay_gui.snippets.curl import to_curl  # noqa: PLC0415 - not needed at start

    return to_curl(request)


class CopyMenu(QMenu):
    """Copies a part of the prepared request and says which."""

    def __init__(self, model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._actions: dict[QAction, tuple[Callable[[PreparedRequest], str], str]] = {}
        self._offer("signature", self.tr("Signature"), lambda request: request.signature)
        self._offer(
            "string", self.tr("Signing string without the key"), lambda request: request.signed.string_without_key
        )
        self._offer("lines", self.tr("Sorted parameters, one a line"), _sorted_lines)
        self._offer("body", self.tr("Form body"), lambda request: request.body.decode("ascii"))
        self._offer("headers", self.tr("Headers"), _headers)
        self._offer("curl", self.tr("The request as a curl command"), _curl)
        self.addSeparator()
        self._offer(
            "string_with_key", self.tr("Signing string with the key (secret!)"), lambda request: request.signing_string
        )
        self.triggered.connect(self._on_triggered)

    def copy(self, name: str) -> None:
        """Copy the part of this name, as its menu entry does."""
        next(action for action in self._actions if action.objectName() == f"copy_{name}").trigger()

    def _offer(self, name: str, words: str, part: Callable[[PreparedRequest], str]) -> None:
        action = self.addAction(words)
        action.setObjectName(f"copy_{name}")
        self._actions[action] = (part, words)

    def _on_triggered(self, action: QAction) -> None:
        part, words = self._actions[action]
        copied = part(self._model.prepared)
        QGuiApplication.clipboard().setText(whole(copied))
        say(self, self.tr("Copied: {what}, {count} characters").format(what=words, count=f"{len(copied):,}"))
