from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.models.case.case_samples import APP_CODE, KEY, PAIRS, RIGHT, SHORT, SORTED, WITH_KEY_EQUALS, curl, md5

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.command.conftest import Ended

PERSON = ("extend_info", '{"user_creid":"440101199001011234","user_truename":"张三丰"}')


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEA_KEY", KEY)


def test_the_cause_is_named_with_both_strings_and_the_first_difference(command: Callable[..., Ended]) -> None:
    """What was signed stands above what is right, the key masked in both."""
    ended = command("diagnose", "--key-env", "TEA_KEY", stdin=curl(WITH_KEY_EQUALS))
    lines = ended.out.splitlines()
    marks = "•" * len(KEY)
    assert ended.code == 1
    assert "&key=" in next(line for line in lines if line.startswith("Cause"))
    assert f"Signed     {SORTED}&key={marks}" in lines
    assert f"Right      {SORTED}{marks}" in lines
    assert f"character {len(SORTED) + 1}" in ended.out
    assert KEY not in ended.out + ended.err


def test_a_right_signature_ends_well_and_accuses_nobody(command: Callable[..., Ended], tmp_path: Path) -> None:
    """From a file: code 0, and no cause."""
    file = tmp_path / "request.txt"
    file.write_text(curl(RIGHT), encoding="utf-8")
    ended = command("diagnose", str(file), "--key-env", "TEA_KEY")
    assert (ended.code, ended.err) == (0, "")
    assert "Signature  right" in ended.out
    assert "Cause" not in ended.out


def test_a_right_signature_over_a_wrong_value_is_something_found(command: Callable[..., Ended]) -> None:
    """The rules of the API count as well."""
    pairs = (("txamt", "3.00"), *PAIRS[1:])
    signature = md5("&".join(f"{name}={value}" for name, value in sorted(pairs)) + KEY)
    ended = command("diagnose", "--key-env", "TEA_KEY", stdin=curl(signature, pairs))
    assert ended.code == 1
    assert "Signature  right" in ended.out
    assert "Finding    txamt:" in ended.out


def test_what_nothing_explains_says_what_was_tried(command: Callable[..., Ended]) -> None:
    """An empty hand is shown as one."""
    ended = command("diagnose", "--key-env", "TEA_KEY", "--json", stdin=curl("0123456789ABCDEF" * 2, SHORT))
    said = json.loads(ended.out)
    assert ended.code == 1
    assert (said["result"], said["causes"]) == ("unexplained", [])
    assert said["tried"] > 1000


def test_json_holds_the_cause_and_what_to_mend(command: Callable[..., Ended]) -> None:
    """The proof's own members, without its programs."""
    ended = command("diagnose", "--key-env", "TEA_KEY", "--json", stdin=curl(WITH_KEY_EQUALS))
    said = json.loads(ended.out)
    assert said["result"] == "explained"
    assert said["causes"][0]["deviations"] == ["key-joined-by-key-equals"]
    assert "client_key" in said["fix"]
    assert said["first_difference"] == len(SORTED)
    assert "programs" not in said


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_neither_key_nor_personal_data_is_printed(command: Callable[..., Ended], form: tuple[str, ...]) -> None:
    """In either form, however it is written."""
    pairs = (*PAIRS, PERSON)
    signature = md5("&".join(f"{name}={value}" for name, value in sorted(pairs)) + "&key=" + KEY)
    ended = command("diagnose", "--key-env", "TEA_KEY", *form, stdin=curl(signature, pairs))
    assert "&key=" in ended.out
    for secret in (KEY, KEY.lower(), "440101199001011234", "张三丰", quote("张三丰")):
        assert secret not in ended.out + ended.err


def test_a_signature_may_be_given_beside_the_text(command: Callable[..., Ended]) -> None:
    """With blanks around it, as it is copied."""
    ended = command("diagnose", "--key-env", "TEA_KEY", "--signature", f" {RIGHT} ", stdin=curl(""))
    assert (ended.code, "Signature  right" in ended.out) == (0, True)


def test_the_key_of_the_text_itself_is_used(command: Callable[..., Ended]) -> None:
    """Whoever pasted it need not name it again."""
    ended = command("diagnose", stdin=f"{curl(RIGHT)}\nclient_key={KEY}\n")
    assert (ended.code, "Signature  right" in ended.out) == (0, True)
    assert KEY not in ended.out


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        ((), curl(RIGHT), "--key-env"),
        (("--key-env", "NO_SUCH_KEY"), curl(RIGHT), "NO_SUCH_KEY is not set"),
        (("--key-env", "TEA_KEY"), curl(""), "--signature"),
        (("--key-env", "TEA_KEY"), "", "There is no text"),
        (("--key-env", "TEA_KEY"), '{"respcd": "1108", "resperr": "signature error"}', "1108"),
        (("/no/such/file",), "", "/no/such/file cannot be read"),
        (("--profile", "(no name"), curl(RIGHT), "cannot be the name of a profile"),
        (("--key-env", "TEA_KEY"), "x" * (2 * 1024 * 1024 + 1), "larger than 2 MB"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_code_3(
    command: Callable[..., Ended], arguments: tuple[str, ...], stdin: str, words: str
) -> None:
    """No traceback, and the way out in the sentence."""
    ended = command("diagnose", *arguments, stdin=stdin)
    assert (ended.code, ended.out) == (3, "")
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1


def test_the_demo_merchant_needs_no_key(command: Callable[..., Ended]) -> None:
    """Its key is everybody's; nobody else is examined with it."""
    demo = "DE30DE30DE30DE30DE30DE300000C0DE"
    right = md5(SORTED + "DE30DE30DE30DE30DE30DE305EC12E70")
    assert command("diagnose", stdin=curl(right, app_code=demo)).code == 0
    assert command("diagnose", stdin=curl(right, app_code=APP_CODE)).code == 3
