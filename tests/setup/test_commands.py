"""What is said when a command of the set-up fails."""

from __future__ import annotations

import sys

import pytest

from qfpay_gui.setup.commands import SetUpError, quietly

_PIP = """WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'NewConnectionError('<...>:
Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/hatchling/
ERROR: Could not find a version that satisfies the requirement hatchling (from versions: none)"""
_APT = "E: Failed to fetch http://deb.invalid/debian/x.deb  Temporary failure resolving 'deb.invalid'"
_NPM = "npm error code EAI_AGAIN\nnpm error errno EAI_AGAIN\nnpm error request failed, reason: getaddrinfo EAI_AGAIN"


def _fails(output: str) -> str:
    """What is said of a command that prints this and fails."""
    with pytest.raises(SetUpError) as raised:
        quietly([sys.executable, "-c", f"import sys; print({output!r}); sys.exit(1)"], "installing product")
    return str(raised.value)


@pytest.mark.parametrize("output", [_PIP, _APT, _NPM], ids=["pip", "apt-get", "npm"])
def test_no_network_is_one_sentence(output: str) -> None:
    """What the tool printed about its tries helps nobody."""
    assert _fails(output) == "installing product needs the network, and none is reached; connect, then start again."


def test_any_other_failure_is_shown_whole() -> None:
    """The command and all that it printed."""
    said = _fails("error: no space left on device")
    assert said.startswith(f"installing product failed ({sys.executable} -c ")
    assert said.endswith("error: no space left on device")


def test_a_command_that_succeeds_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Progress is one line a step, written elsewhere."""
    quietly([sys.executable, "-c", "print('noise')"], "trying")
    assert capfd.readouterr() == ("", "")
