"""What a case is surrounded by: who signs, what is sent, where it is kept. The workbench is all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import SignalInstance

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.case.case_model import CaseModel
    from qfpay_gui.models.deletions import Deletions
    from qfpay_gui.models.history.history_model import HistoryModel
    from qfpay_gui.models.profiles.profiles_model import ProfilesModel
    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.models.sending.send_model import SendModel
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.environments import Environment


class Surroundings(Protocol):
    """As the workbench says it."""

    @property
    def case(self) -> CaseModel: ...  # noqa: D102 - see the workbench
    @property
    def draft(self) -> DraftModel: ...  # noqa: D102
    @property
    def send_model(self) -> SendModel: ...  # noqa: D102
    @property
    def profiles(self) -> ProfilesModel: ...  # noqa: D102
    @property
    def history(self) -> HistoryModel: ...  # noqa: D102
    @property
    def deletions(self) -> Deletions: ...  # noqa: D102
    @property
    def background(self) -> TaskRunner: ...  # noqa: D102
    @property
    def credentials(self) -> Credentials: ...  # noqa: D102
    @property
    def environment(self) -> Environment: ...  # noqa: D102
    @property
    def keys_changed(self) -> SignalInstance: ...  # noqa: D102
    def secrets(self) -> tuple[str, ...]: ...  # noqa: D102
    def now(self) -> datetime: ...  # noqa: D102
    def use_as_draft(self, case: ReadRequest) -> None: ...  # noqa: D102
