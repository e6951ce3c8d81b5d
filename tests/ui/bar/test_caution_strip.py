"""The strip says what an environment means, and where that comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.request.draft import example_draft
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.services.simulator import DEMO
from qfpay_gui.ui.bar.caution_strip import CautionStrip
from tests.ui.person import Person, find

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@pytest.fixture
def strip(stage: QWidget) -> CautionStrip:
    """A strip that nothing was presented to."""
    return CautionStrip(stage)


@pytest.mark.parametrize("environment_id", ["live-hk", "live-th", "production-hk", "sandbox"])
def test_what_an_environment_means_has_its_source_beside_it(
    strip: CautionStrip, stage: QWidget, environment_id: str
) -> None:
    """Pressing the mark tells it, a screen reader names how sure it is; a finding about it comes before."""
    environment = environments.by_id(environment_id)
    assert environment is not None
    request = prepare(example_draft("payment"), DEMO, environment)
    strip.present(request)
    finding = next(iter(request.findings_at("environment")), None)
    origin = finding.claim if finding else f"environment.{environment_id}"
    person = Person(lambda: stage)
    assert (str(finding.headline) if finding else str(environment.caution)) in person.said("caution")
    assert f"claim:{origin}" in person.said("caution_origin")
    assert find(strip, QLabel, "caution_origin").accessibleName().startswith("documented")


def test_of_the_simulator_nothing_is_said(strip: CautionStrip) -> None:
    """Nothing can go wrong there."""
    environment = replace(environments.SIMULATOR, base_url="http://127.0.0.1:1")
    strip.present(prepare(example_draft("payment"), DEMO, environment))
    assert not strip.isVisible()
