"""The draft being edited and the request it becomes, recomputed at every edit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.request.undo import UndoHistory
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR, Environment
from qfpay_gui.qfpay.request.draft import Draft, Drafts, Entry, example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.mends import Mend
    from qfpay_gui.services.clock import Clock


@dataclass(frozen=True)
class Context:
    """With what, and for where, the draft is signed. ``bound_to`` is the profile's environment id.

    ``orders`` are the orders known there for these credentials, the newest first.
    """

    credentials: Credentials = field(default_factory=Credentials)
    environment: Environment = SIMULATOR
    bound_to: str = ""
    orders: tuple[Order, ...] = field(default=(), repr=False)


class DraftModel(QObject):
    """Owns a frozen draft of each endpoint; every change ends in one ``changed`` signal with the prepared request."""

    changed = Signal(object)
    """Carries the PreparedRequest of the draft as it is now."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._context = Context()
        self._history: UndoHistory[Drafts] = UndoHistory()
        self.drafts = Drafts(freshened(example_draft(), clock.now(), clock.token()))
        self.prepared = self._prepare(self.draft)
        self.edited_name = ""

    @property
    def draft(self) -> Draft:
        """The draft being edited."""
        return self.drafts.current

    @property
    def context(self) -> Context:
        """With what, and for where, the draft is signed."""
        return self._context

    @property
    def can_undo(self) -> bool:
        """Whether an edit can be undone."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether an undone edit can be made again."""
        return self._history.can_redo

    def ways_out(self, finding: Finding) -> tuple[Mend, ...]:
        """The ways out of a finding about the draft as it is now."""
        from qfpay_gui.qfpay.request.mends import mends  # noqa: PLC0415 - not needed at start

        context = self._context
        return mends(finding, self.draft, context.credentials, context.bound_to, lambda it: self._prepare(it).findings)

    def set_context(self, context: Context) -> None:
        """Sign with other credentials or for another environment; the draft stays."""
        if context != self._context:
            self._context = context
            self._publish(self.drafts)

    def type_value(self, name: str, value: str) -> None:
        """A value typed by hand: it is kept from now on, so it is no longer made anew on every send."""
        self.replace_draft(self.draft.edit(name, value=value, fresh=False), topic=f"value {name}", name=name)

    def set_fresh(self, name: str, *, fresh: bool) -> None:
        """Make the value anew on every send, beginning now; or pin the present one."""
        draft = self.draft.edit(name, fresh=fresh)
        self.replace_draft(self._freshened(draft) if fresh else draft, name=name)

    def set_send_empty(self, name: str, *, send_empty: bool) -> None:
        """Sign and send the parameter even when its value is empty."""
        self.replace_draft(self.draft.edit(name, send_empty=send_empty), name=name)

    def set_leave_out(self, name: str, *, leave_out: bool) -> None:
        """Neither sign nor send the parameter, but keep its value."""
        self.replace_draft(self.draft.edit(name, leave_out=leave_out), name=name)

    def set_further(self, further: tuple[Entry, ...], topic: str = "", name: str = "") -> None:
        """Replace the parameters the API does not document."""
        self.replace_draft(self.draft.with_further(further), topic=topic, name=name)

    def set_sign_type(self, sign_type: str) -> None:
        """Sign with "MD5" or "SHA256", or as the profile says with ""."""
        self.replace_draft(replace(self.draft, sign_type=sign_type))

    def choose_endpoint(self, name: str) -> None:
        """Go on with this endpoint's latest draft, undoably; the one left is kept. KeyError for an unknown name.

        The sign type stays as chosen: it is no matter of the endpoint.
        """
        if name == self.draft.endpoint:
            return
        draft = self.drafts.of(name) or example_draft(name)
        self.replace_draft(self._freshened(replace(draft, sign_type=self.draft.sign_type)))

    def fill(self, endpoint: str, values: Mapping[str, str]) -> None:
        """Begin a new draft of this endpoint with these values, as one undoable step. KeyError for an unknown name."""
        draft = replace(example_draft(endpoint), sign_type=self.draft.sign_type)
        self.replace_draft(self._freshened(draft.fill(values)))

    def replace_draft(self, draft: Draft, *, topic: str = "", name: str = "") -> None:
        """Make this the draft, as one undoable step; edits of the same ``topic`` in a row are one step.

        A draft of another endpoint makes that the chosen one.
        """
        if draft == self.draft:
            return
        self._history.record(self.drafts, f"{draft.endpoint} {topic}" if topic else "")
        self._set(draft, name)

    def open(self, draft: Draft) -> None:
        """Go on with this draft, undoably; what is to be made anew is."""
        self.replace_draft(self._freshened(draft))

    def start_over(self) -> None:
        """Begin a new payment from the example, undoably: of the other calls an example says nothing."""
        self.replace_draft(self._freshened(example_draft()))

    def restore(self, draft: Draft, *others: Draft) -> None:
        """Begin with the draft of an earlier start, and other endpoints' drafts; fresh values are made anew."""
        self._history = UndoHistory()
        self._publish(Drafts(draft, others).with_current(self._freshened(draft)))

    def freshen(self) -> PreparedRequest:
        """Make the fresh values anew, as is done just before a send; the request to send."""
        self._set(self._freshened(self.draft))
        return self.prepared

    def close_step(self) -> None:
        """Let the next edit be an undo step of its own: the user went to another field."""
        self._history.close_step()

    def undo(self) -> None:
        """Take the last edit back."""
        self._publish(self._history.undo(self.drafts))

    def redo(self) -> None:
        """Make the undone edit again."""
        self._publish(self._history.redo(self.drafts))

    def _freshened(self, draft: Draft) -> Draft:
        return freshened(draft, self._clock.now(), self._clock.token())

    def _set(self, draft: Draft, name: str = "") -> None:
        self._publish(self.drafts.with_current(draft), name)

    def prepared_from(self, draft: Draft) -> PreparedRequest:
        """The request that another draft becomes in this context, with new fresh values."""
        return self._prepare(self._freshened(draft))

    def _prepare(self, draft: Draft) -> PreparedRequest:
        known = self._context
        return prepare(
            draft,
            known.credentials,
            known.environment,
            now=self._clock.now(),
            bound_to=known.bound_to,
            orders=known.orders,
        )

    def _publish(self, drafts: Drafts, name: str = "") -> None:
        self.drafts = drafts
        self.edited_name = name
        self.prepared = self._prepare(self.draft)
        self.changed.emit(self.prepared)
