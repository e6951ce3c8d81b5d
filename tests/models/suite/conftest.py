from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.outside import Outside
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.models.workbench import Workbench
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.services.keychain.secret_store import SessionStore
from tests.models.case.case_samples import APP_CODE, KEY
from tests.ui.desk import Network

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def network() -> Network:
    """Real HTTP to this machine, and a note of what would have gone anywhere else."""
    return Network()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, network: Network) -> Iterator[Workbench]:
    """A started workbench that knows two profiles, its simulator running."""
    store = SessionStore()
    store.save(Profile("Tea shop", "live-hk", Credentials(APP_CODE, KEY)))
    store.save(Profile("Real shop", "production-hk", Credentials(APP_CODE, KEY)))
    home = tmp_path / "home" / "settings.json"
    outside = Outside(SystemClock(), TaskRunner(2), TaskRunner(1), store, network.client, home)
    made = Workbench(outside)
    made.start()
    qtbot.waitUntil(lambda: bool(made.simulator.base_url) and not made.profiles.state.busy)
    yield made
    made.stop()
    assert outside.runner.close(5000)
    assert outside.keychain_runner.close(5000)
