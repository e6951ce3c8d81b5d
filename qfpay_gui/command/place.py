"""Where a request from a shell goes, and what is written down of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from qfpay_gui.command.exits import CouldNotError
from qfpay_gui.models.history.journal import Journal
from qfpay_gui.qfpay.environments import SIMULATOR, Environment, by_id, custom
from qfpay_gui.services.settings import settings_folder

if TYPE_CHECKING:
    from qfpay_gui.command.signer import Signer


def chosen_environment(wanted: str, signer: Signer) -> Environment:
    """The environment with this id or base URL; without one the profile's, else the simulator."""
    named = wanted or signer.environment_id or SIMULATOR.id
    found = by_id(named) or (custom(named) if "://" in named else None)
    if found is None:
        raise CouldNotError(f"There is no environment “{named}”: see --help for their names, or give a base URL.")
    return found


def journal_of(signer: Signer, environment: Environment) -> Journal:
    """What is written down beside the window, which shares the settings folder; trouble goes to stderr."""
    return Journal(settings_folder(), environment, signer.name, (signer.credentials.client_key,), _tell)


def _tell(trouble: str) -> None:
    sys.stderr.write(f"{trouble}\n")
