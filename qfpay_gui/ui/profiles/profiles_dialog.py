"""The credentials dialog: choose, enter, keep and delete profiles."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.secret_store import LONGEST_NAME
from qfpay_gui.ui.look.theme import current, fitting, px, set_property
from qfpay_gui.ui.profiles.key_place import KeyPlace
from qfpay_gui.ui.profiles.profile_form import ProfileForm
from qfpay_gui.ui.profiles.profile_list import ProfileList
from qfpay_gui.ui.profiles.unsaved import Decision, ask_about_unsaved
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.questions import agrees
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QShowEvent

    from qfpay_gui.models.profiles.profiles_model import ProfilesModel, ProfilesState
    from qfpay_gui.qfpay.addresses import Address

_DELETE = text("Profiles", "Delete the profile “{name}”?")
_DELETED = text(
    "Profiles",
    "Its app code and client key are deleted from this program and from the keychain. "
    "This cannot be undone: to use them again you need them from QFPay.",
)
_AGREE = text("Profiles", "Delete")


class ProfilesDialog(QDialog):
    """Shows one profile at a time; ``_shown`` is its name, "" for one that was never saved.

    ``adding`` begins with a new one, and is done once that is saved.
    """

    used = Signal(str)
    """Carries the name of the profile to sign with from now on."""

    def __init__(
        self,
        model: ProfilesModel,
        environment_id: str,
        parent: QWidget | None = None,
        *,
        addresses: Iterable[Address] = (),
        adding: bool = False,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._adding = adding
        self._environment_id = environment_id
        self._shown = ""
        self._is_filled = False
        self._list = ProfileList(self)
        self._heading = ElidedLabel(self)
        self._form = ProfileForm(self, addresses=addresses)
        self._place = KeyPlace(self)
        self._use = QPushButton(self.tr("&Use"), self)
        self._save = QPushButton(self.tr("&Save"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()
        self._show_profile("" if adding else self._first())

    def reject(self) -> None:
        """Close, unless something unsaved is to be kept."""
        if self._may_leave():
            self._form.client_key.hide_key()
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the name of a new profile, or at the list."""
        super().showEvent(event)
        target = self.findChild(QWidget, "profiles") if self._shown else self._form.name
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setObjectName("profiles_dialog")
        self.setWindowTitle(self.tr("Credentials") + "[*]")
        self.resize(fitting(self, 824, 536))
        self._heading.setObjectName("profile_heading")
        set_property(self._heading, "role", "heading")
        self._list.setFixedWidth(px(264))
        columns = QHBoxLayout()
        columns.setSpacing(current().gap_large)
        columns.addLayout(self._left())
        columns.addLayout(self._right(), 1)
        layout = QVBoxLayout(self)
        theme = current()
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.margin)
        layout.addLayout(columns, 1)
        layout.addWidget(self._place)
        layout.addLayout(self._buttons())

    def _left(self) -> QVBoxLayout:
        heading = PlainLabel(self.tr("Profiles"), self)
        set_property(heading, "role", "heading")
        column = QVBoxLayout()
        column.setSpacing(current().gap)
        column.addWidget(heading)
        column.addWidget(self._list, 1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(current().gap)
        column.addWidget(self._heading)
        column.addWidget(self._form, 1)
        return column

    def _buttons(self) -> QHBoxLayout:
        for button, name in ((self._use, "use_profile"), (self._save, "save_profile"), (self._close, "close_profiles")):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._save.setDefault(True)
        # A shortcut of the button's own would take the place of the letter that is underlined in its words.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._save.click)
        self._save.setToolTip(self.tr("Keep the profile and sign with it (Ctrl+S)"))
        self._use.setToolTip(self.tr("Sign with this profile (or double-click it)"))
        set_property(self._save, "role", "primary")
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addStretch(1)
        for button in (self._close, self._use, self._save):
            line.addWidget(button)
        return line

    def _connect(self) -> None:
        self._model.changed.connect(self._on_changed)
        # Later, because a list must not be filled anew in the middle of a mouse press.
        self._list.selected.connect(self._on_selected, Qt.ConnectionType.QueuedConnection)
        self._list.use_requested.connect(self._use_profile)
        self._list.new_requested.connect(self._on_new)
        self._list.duplicate_requested.connect(self._on_duplicate)
        self._list.delete_requested.connect(self._on_delete)
        self._form.edited.connect(self._present)
        self._place.retry_requested.connect(self._on_retry)
        self._use.clicked.connect(self._on_use)
        self._save.clicked.connect(self._on_save)
        self._close.clicked.connect(self.reject)

    def save(self) -> bool:
        """Keep the profile and use it; False where its name will not do, which the form then says."""
        if not self._form.can_be_named_so:
            self._form.insist_on_name()
            return False
        replacing, profile = self._shown, self._form.profile
        # First, so that what the model says while it saves finds the dialog without unsaved edits.
        self._shown = profile.name
        self._present_profile(profile)
        self._model.save(profile, replacing=replacing)
        self._show_profile(self._model.state.chosen)
        self.used.emit(self._shown)
        return True

    def _first(self) -> str:
        """The chosen profile if it belongs to the environment, else any that does; "" leads to a new one."""
        state = self._model.state
        names = [state.chosen, *(entry.name for entry in state.entries)]
        return next((name for name in names if self._is_at_home(name)), "")

    def _is_at_home(self, name: str) -> bool:
        state = self._model.state
        profile = self._model.find(name)
        if profile is None:  # its environment is known once its keys are fetched
            return bool(name) and name == state.chosen and state.kept_of(name) is not None
        return profile.environment_id == self._environment_id

    def _show_profile(self, name: str) -> None:
        """Show a saved profile, fetching its keys where needed; "" shows a new one."""
        self._shown = name if self._model.state.kept_of(name) else ""
        self._is_filled = False
        self._model.open(self._shown)
        found = self._model.find(self._shown)
        self._is_filled = found is not None or not self._shown
        self._present_profile(found or Profile(self._shown, "" if self._shown else self._environment_id))

    def _present_profile(self, profile: Profile) -> None:
        can_be_edited = self._is_filled and self._model.state.kept_of(self._shown) != "built in"
        self._form.present(profile, self._name_problem, editable=can_be_edited)
        self._present()

    def _name_problem(self, name: str) -> Text | None:
        return self._model.name_problem(name, replacing=self._shown)

    def _present(self) -> None:
        state = self._model.state
        kept = state.kept_of(self._shown)
        unsaved = self._form.is_edited
        self._list.present(state, self._shown)
        self._place.present(state, self._shown)
        self._heading.show_text(self._shown or self.tr("New profile"))
        self.setWindowModified(unsaved)
        self._save.setEnabled(unsaved or (kept == "session" and not state.busy))
        self._use.setEnabled(bool(self._shown) and not (self._shown == state.chosen and not unsaved))

    def _may_leave(self) -> bool:
        """Whether the fields may show something else: what is unsaved was saved or given up."""
        if not self._form.is_edited:
            return True
        match ask_about_unsaved(self._form.profile.name or self.tr("New profile"), self):
            case Decision.Save:
                return self.save()
            case Decision.Discard:
                self._form.present(self._form.profile, self._name_problem)
                return True
            case _:
                return False

    def _on_changed(self, state: ProfilesState) -> None:
        found = self._model.find(self._shown)
        is_gone = found is None if self._is_filled else state.kept_of(self._shown) is None
        if self._shown and is_gone:
            self._follow(state)
        elif found is not None and not self._form.is_edited and found != self._form.profile:
            self._show_profile(self._shown)
        else:
            self._present()

    def _follow(self, state: ProfilesState) -> None:
        """The shown profile got another name, or was deleted elsewhere: edits are kept as a new one."""
        if self._form.is_edited:
            self._shown = ""
            self._present()
        else:
            self._show_profile(state.chosen)

    def _on_selected(self, name: str) -> None:
        if name == self._shown:
            return
        if self._may_leave():
            self._show_profile(name)
        else:
            self._present()

    def _on_new(self) -> None:
        if self._may_leave():
            self._show_profile("")
            self._form.name.setFocus()

    def _on_duplicate(self) -> None:
        if not self._may_leave():
            return
        original = self._model.find(self._shown)
        if original is not None:
            self._show_profile("")
            self._form.present(Profile("", original.environment_id, Credentials()), self._name_problem)
            self._form.suggest(replace(original, name=self._free_name(original.name)))
            self._form.name.setFocus()
            self._form.name.selectAll()

    def _free_name(self, name: str) -> str:
        numbered = (f"{name[: LONGEST_NAME - 4]} {number}" for number in count(2))
        return next(free for free in numbered if self._model.name_problem(free) is None)

    def _on_delete(self) -> None:
        name = self._shown
        if agrees(Question(_DELETE.fill(name=name), _DELETED, _AGREE), self):
            self._shown = ""
            self._form.present(Profile("", self._environment_id), self._name_problem)
            self._model.delete(name)
            self._show_profile(self._first())

    def _on_retry(self) -> None:
        self._model.retry()
        self._model.open(self._shown)

    def _on_save(self) -> None:
        if self.save() and self._adding:
            self.accept()

    def _on_use(self) -> None:
        self._use_profile(self._shown)

    def _use_profile(self, name: str) -> None:
        is_shown = name == self._shown
        if self._may_leave():
            self.used.emit(self._shown if is_shown else name)
            self._form.client_key.hide_key()
            self.accept()
