"""What the workbench knows around a merchant's request that is well signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.models.sending.send_model import Answered
from qfpay_gui.qfpay.environments import Kind

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.diagnosis.still_refused import Circumstances
    from qfpay_gui.models.case.case_model import Examined
    from qfpay_gui.models.sending.send_model import SendState
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.reply.reply import Reply


def circumstances(workbench: Workbench, examined: Examined) -> Circumstances:
    """Credentials, environments, and the newest reply where the same parameters were sent from here."""
    from qfpay_gui.diagnosis.still_refused import Circumstances  # noqa: PLC0415 - not needed at start

    profile = workbench.profiles.state.profile
    reply = _reply(workbench.send_model.state, examined.case)
    return Circumstances(
        examined.case,
        workbench.credentials,
        examined.client_key,
        workbench.environment.id,
        profile.environment_id if profile else "",
        reply,
    )


def _reply(state: SendState, case: ReadRequest) -> Reply | None:
    """QFPay's reply to the same parameters, rightly signed; what the simulator says tells nothing about QFPay."""
    if not isinstance(state, Answered):
        return None
    request = state.answer.request
    elsewhere = request.environment.kind is Kind.SIMULATOR and case.environment_id != request.environment.id
    if elsewhere or request.deliberate is not None or request.parameters != case.pairs:
        return None
    return state.answer.reply
