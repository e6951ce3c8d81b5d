"""Settings survive a restart, a newer version, a damaged file and a folder that cannot be written."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.services.settings import MOST_ORDER_NUMBERS, Settings, load, save, settings_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions and links")
FULL = Settings(
    language="zh_HK",
    theme="dark",
    zoom=125,
    environment_id="hk-live",
    addresses={"custom": {"name": "Gateway", "base_url": "https://pay.example/qf"}},
    profile="奶茶店",
    ca_file="/etc/ca.pem",
    draft=({"name": "txamt", "value": "100", "send_empty": False},),
    drafts={"refund": ({"name": "syssn", "value": "1"},), "query": ()},
    endpoint="refund",
    used_order_numbers={"simulator": ("QA1", "QA2")},
    panels={"history": {"open": True, "height": 240}},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in a folder that does not exist yet."""
    return tmp_path / "QFPay Tester" / "settings.json"


def test_what_is_saved_is_loaded_and_the_folder_is_made(path: Path) -> None:
    """Every setting comes back as it was."""
    assert save(path, FULL) is None
    assert load(path) == (FULL, None)


def test_a_first_start_has_defaults_and_nothing_to_say(path: Path) -> None:
    """A file that is not there is no problem, and loading makes none."""
    assert load(path) == (Settings(), None)
    assert not path.parent.exists()


@ON_POSIX
def test_only_the_user_can_read_the_settings(path: Path) -> None:
    """File and copy are 0600, also where the file was more open before."""
    save(path, FULL)
    path.chmod(0o644)
    save(path, FULL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("{")
    path.chmod(0o644)
    load(path)
    assert stat.S_IMODE(path.with_name("settings.json.damaged").stat().st_mode) == 0o600


def test_saving_leaves_no_other_file_behind(path: Path) -> None:
    """The temporary file has become the settings."""
    save(path, FULL)
    save(path, Settings())
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_settings_that_cannot_be_written_as_json_leave_the_file_as_it_was(path: Path) -> None:
    """A mistake of the program does not cost the user's settings."""
    save(path, FULL)
    with pytest.raises(TypeError):
        save(path, Settings(panels={"history": object()}))
    assert load(path) == (FULL, None)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@ON_POSIX
def test_a_linked_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    """Who keeps settings elsewhere keeps them there."""
    kept = tmp_path / "elsewhere.json"
    path.parent.mkdir()
    path.symlink_to(kept)
    save(path, FULL)
    assert path.is_symlink()
    assert load(kept) == (FULL, None)


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe\xfa", b"[]", b"null", b"[" * 100_000, b'{"theme": "dark"'])
def test_a_damaged_file_is_kept_beside_and_the_window_starts(path: Path, damage: bytes) -> None:
    """Defaults, a copy of what was there, and a sentence that says where."""
    path.parent.mkdir()
    path.write_bytes(damage)
    settings, problem = load(path)
    assert settings == Settings()
    assert str(path.with_name("settings.json.damaged")) in str(problem)
    assert path.with_name("settings.json.damaged").read_bytes() == damage
    assert path.read_bytes() == damage


def test_a_damaged_file_that_cannot_be_copied_is_said_to_be_replaced(path: Path) -> None:
    """Where the copy cannot be made, the sentence does not claim it."""
    path.parent.mkdir()
    path.write_bytes(b"{")
    path.with_name("settings.json.damaged").mkdir()
    settings, problem = load(path)
    assert settings == Settings()
    assert "could not be copied" in str(problem)
    assert "{" not in str(problem)


def test_a_file_that_cannot_be_opened_is_a_sentence(path: Path) -> None:
    """Something else in its place is no crash."""
    path.mkdir(parents=True)
    settings, problem = load(path)
    assert settings == Settings()
    assert "cannot be opened" in str(problem)
    assert str(path) in str(problem)


@pytest.mark.parametrize("blocked", ["folder", "file"])
def test_settings_that_cannot_be_saved_are_a_sentence(path: Path, blocked: str) -> None:
    """The reason and a way out are named, and nothing is left behind."""
    if blocked == "folder":
        path.parent.write_text("a file where the folder should be")
    else:
        path.mkdir(parents=True)
    problem = save(path, FULL)
    assert "could not be saved" in str(problem)
    assert "QFPAY_TESTER_HOME" in str(problem)
    assert not list(path.parent.parent.rglob("*.new"))


@pytest.fixture
def nobody() -> Iterator[None]:
    """Not root for the length of a test: root may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@ON_POSIX
def test_a_folder_without_permission_is_a_sentence(path: Path, request: pytest.FixtureRequest) -> None:
    """The system's own words for the reason are repeated, when saving and when loading."""
    save(path, FULL)
    path.chmod(0o000)
    path.parent.chmod(0o500)
    request.getfixturevalue("nobody")
    assert "Permission denied" in str(save(path, FULL))
    settings, problem = load(path)
    assert settings == Settings()
    assert "Permission denied" in str(problem)


def test_what_a_newer_version_wrote_is_written_back(path: Path) -> None:
    """Unknown keys are kept, and do not override known ones."""
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": "dark", "size": [1, {"a": None}], "unknown": "x"}))
    settings, problem = load(path)
    assert (settings.theme, problem) == ("dark", None)
    assert save(path, settings) is None
    written = json.loads(path.read_text())
    assert (written["size"], written["unknown"], written["theme"]) == ([1, {"a": None}], "x", "dark")


WRONG: dict[str, list[Any]] = {
    "language": [None, 1, "fr", ["en"]],
    "theme": [None, "Dark", {}],
    "zoom": [None, True, "125", 125.0, 79, 201, 10**30],
    "environment_id": [None, 5],
    "addresses": [
        None,
        [],
        {"custom": "https://pay.example"},
        {"custom": {"name": "Gateway"}},
        {"custom": {"name": 5, "base_url": "https://pay.example"}},
        {"live-hk": {"name": "Gateway", "base_url": "https://pay.example"}},
        {f"custom:{number}": {"name": str(number), "base_url": "https://pay.example"} for number in range(101)},
    ],
    "profile": [["a"]],
    "ca_file": [{}],
    "draft": [None, {}, [1], "text", [{}, None]],
    "drafts": [None, [], {"query": None}, {"query": {}}, {"query": [1]}],
    "endpoint": [None, 1, ["query"]],
    "used_order_numbers": [None, [], {"simulator": "QA1"}, {"simulator": [1]}, {"simulator": None}],
    "panels": [None, [], 1],
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in WRONG.items() for value in values])
def test_a_value_of_the_wrong_type_costs_that_setting_only(path: Path, key: str, value: object) -> None:
    """It is back at its default, the others stay, and the sentence names it."""
    save(path, FULL)
    path.write_text(json.dumps({**json.loads(path.read_text()), key: value}))
    settings, problem = load(path)
    assert getattr(settings, key) == getattr(Settings(), key)
    assert all(getattr(settings, other) == getattr(FULL, other) for other in WRONG if other != key)
    assert f"back at their defaults: {key}. " in str(problem)
    assert json.loads(path.with_name("settings.json.damaged").read_text())[key] == value


@pytest.mark.parametrize("zoom", [80, 81, 199, 200])
def test_the_least_and_the_most_are_taken(path: Path, zoom: int) -> None:
    """Of the zoom, and of addresses of the user's own."""
    addresses = {f"custom:{number}": {"name": str(number), "base_url": "https://pay.example"} for number in range(100)}
    assert save(path, Settings(zoom=zoom, addresses=addresses)) is None
    assert load(path) == (Settings(zoom=zoom, addresses=addresses), None)


@pytest.mark.parametrize(
    ("members", "addresses"),
    [
        ({"custom_base_url": "https://pay.example/qf"}, {"custom": ("pay.example/qf", "https://pay.example/qf")}),
        ({"custom_base_url": ""}, {}),
        ({"custom_base_url": 5}, {}),
        ({"custom_base_url": "https://pay.example", "addresses": {}}, {}),
    ],
)
def test_the_one_address_of_an_older_version_gets_a_name(
    path: Path, members: dict[str, Any], addresses: dict[str, tuple[str, str]]
) -> None:
    """Where there is none of this version; its old member is gone with the next save."""
    path.parent.mkdir()
    path.write_text(json.dumps(members))
    settings, problem = load(path)
    found = {id_: (one["name"], one["base_url"]) for id_, one in settings.addresses.items()}
    assert (found, problem, settings.unknown) == (addresses, None, {})


@pytest.mark.parametrize(
    ("kept", "days"),
    [
        (0, 0),
        (1, 1),
        (36_500, 36_500),
        (36_501, 36_500),
        (10**18, 36_500),
        (-1, 0),
        (1e18, 180),
        ("7", 180),
        (None, 180),
    ],
)
def test_days_to_keep_are_days_that_a_calendar_has(kept: object, days: int) -> None:
    """Whatever number stands in the file."""
    assert Settings(panels={"history": {"keep_days": kept}}).keep_days == days
    assert Settings().keep_days == 180
    assert Settings().keeping(7).keep_days == 7
    assert Settings(panels={"history": {"open": True}}).keeping(7).panels == {"history": {"keep_days": 7}}


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda children: st.one_of(st.lists(children), st.dictionaries(st.text(), children)),
    max_leaves=5,
)


@given(st.dictionaries(st.one_of(st.sampled_from([*WRONG, "unknown"]), st.text()), JSON))
def test_any_json_object_loads_and_what_was_loaded_saves_and_loads_again(
    tmp_path_factory: pytest.TempPathFactory, members: dict[str, object]
) -> None:
    """Nothing a file may hold stops the window, and a second start has nothing to complain about."""
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(members))
    settings, _ = load(path)
    assert save(path, settings) is None
    assert load(path) == (settings, None)


def test_order_numbers_are_remembered_for_each_environment() -> None:
    """The same number in another environment is another order."""
    settings = Settings().with_order_number("simulator", "QA1").with_order_number("hk-live", "QA2")
    assert settings.has_used("simulator", "QA1")
    assert not settings.has_used("hk-live", "QA1")
    assert not settings.has_used("sandbox", "QA1")


def test_the_latest_order_numbers_are_kept_and_used_again_ones_move_up() -> None:
    """Five hundred an environment, newest last, each once."""
    settings = Settings()
    for number in range(MOST_ORDER_NUMBERS):
        settings = settings.with_order_number("simulator", f"QA{number}")
    settings = settings.with_order_number("simulator", "QA0").with_order_number("simulator", "new")
    kept = settings.used_order_numbers["simulator"]
    assert (len(kept), kept[-2:]) == (MOST_ORDER_NUMBERS, ("QA0", "new"))
    assert not settings.has_used("simulator", "QA1")


def test_a_longer_list_in_the_file_is_cut_to_the_latest(path: Path) -> None:
    """The bound holds for what is read, too."""
    path.parent.mkdir()
    path.write_text(json.dumps({"used_order_numbers": {"simulator": [f"QA{n}" for n in range(600)]}}))
    kept = load(path)[0].used_order_numbers["simulator"]
    assert (len(kept), kept[0], kept[-1]) == (MOST_ORDER_NUMBERS, "QA100", "QA599")


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"HOME": "/home/ann"}, "/home/ann/.config/QFPay Tester"),
        ("linux", {"HOME": "/home/ann", "XDG_CONFIG_HOME": "/cfg"}, "/cfg/QFPay Tester"),
        ("linux", {"HOME": "/home/ann", "XDG_CONFIG_HOME": "relative"}, "/home/ann/.config/QFPay Tester"),
        ("darwin", {"HOME": "/Users/ann"}, "/Users/ann/Library/Application Support/QFPay Tester"),
        ("win32", {"APPDATA": "C:/Roaming", "HOME": "/h"}, "C:/Roaming/QFPay Tester"),
        ("win32", {"HOME": "C:/Users/ann"}, "C:/Users/ann/AppData/Roaming/QFPay Tester"),
        ("linux", {"HOME": "/home/ann", "QFPAY_TESTER_HOME": "/tmp/t"}, "/tmp/t"),  # noqa: S108 - only a name
        ("win32", {"QFPAY_TESTER_HOME": "D:/t", "APPDATA": "C:/Roaming"}, "D:/t"),
    ],
)
def test_each_system_keeps_settings_where_its_programs_do(platform: str, environ: dict[str, str], folder: str) -> None:
    """The folder follows the system's rule, and QFPAY_TESTER_HOME overrides it."""
    assert settings_folder(platform, environ) == Path(folder)


def test_the_folder_follows_the_environment_of_this_process(settings_home: Path) -> None:
    """Without arguments it is this system and this environment."""
    assert settings_folder() == settings_home


@pytest.mark.parametrize(("rows", "kept"), [(2000, 2000), (2001, 0)])
def test_a_draft_of_too_many_rows_does_not_keep_the_window_from_starting(tmp_path: Path, rows: int, kept: int) -> None:
    """It is back at its default, and that is said."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"draft": [{"name": f"p{row}", "value": "x"} for row in range(rows)]}))
    settings, problem = load(path)
    assert len(settings.draft) == kept
    assert (problem is None) == (kept > 0)
