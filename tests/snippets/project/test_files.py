from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui import resources
from qfpay_gui.snippets.project import MadeOrder, folder_name, mini_program_project
from qfpay_gui.snippets.project.files import ASIS
from qfpay_gui.snippets.project.order import order_js
from tests.snippets.project.orders import GOOD, ORDER, TEXTS
from tests.snippets.project.phone import units

FILES = mini_program_project(GOOD, ORDER)


def test_the_developer_tools_find_what_they_look_for() -> None:
    """The project with its AppID, the app with its page, and the four files of that page."""
    assert json.loads(FILES["project.config.json"])["appid"] == GOOD["appId"]
    [page] = json.loads(FILES["app.json"])["pages"]
    assert {f"{page}.{kind}" for kind in ("js", "json", "wxml", "wxss")} <= FILES.keys()
    assert {"app.js", "app.wxss", json.loads(FILES["app.json"])["sitemapLocation"]} <= FILES.keys()


def test_an_order_of_which_nothing_is_known_is_a_real_one() -> None:
    """Nothing but its pay_params: it was made by no simulator, and no time is promised."""
    order = order_js(GOOD, MadeOrder())
    assert "  simulated: false," in order
    assert "  endsAt: null,\n  mayEndAt: null," in order
    stated = MadeOrder(order_ends=ORDER.order_ends)
    assert (stated.ends_at, stated.may_end_at) == (ORDER.order_ends, None)


def test_the_developer_tools_check_the_domain_and_leave_the_code_readable() -> None:
    """As in a merchant's own project."""
    settings = json.loads(FILES["project.config.json"])["setting"]
    assert [name for name, is_on in settings.items() if not is_on] == ["minified"]
    assert {"urlCheck", "es6", "enhance", "uploadWithSourceMap", "checkInvalidKey"} <= settings.keys()


def test_every_packaged_file_is_exported() -> None:
    """A file added to the template is not forgotten, and none is named that is not there."""
    folder = resources.root() / "miniprogram"
    packaged = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert packaged == {*ASIS, "README.md", "pages/pay/messages.js"}


def test_every_required_module_is_there() -> None:
    """What a script asks for by require is in the project."""
    for path, written in FILES.items():
        for name in re.findall(r"require\('([^']+)'\)", written):
            parts: list[str] = []
            for step in (*PurePosixPath(path).parent.parts, *name.split("/")):
                parts = parts[:-1] if step == ".." else [*parts, step] if step != "." else parts
            assert "/".join(parts) in FILES, f"{path} asks for {name}"


def test_every_word_on_the_page_exists() -> None:
    """In both languages; and each tap is one the script knows."""
    words, view, script = (FILES[f"pages/pay/{name}"] for name in ("words.js", "pay.wxml", "pay.js"))
    for name in set(re.findall(r"words\.(\w+)", view)):
        assert len(re.findall(rf"^  {name}: ", words, re.MULTILINE)) == 2, name
    assert set(re.findall(r'bindtap="(\w+)"', view)) == {"pay", "switchLanguage"}
    assert all(f"\n  {name}() {{" in script for name in ("pay", "switchLanguage"))


def test_without_an_app_id_the_tools_open_it_as_nobodys() -> None:
    """No AppID is made up."""
    files = mini_program_project({name: GOOD[name] for name in GOOD if name != "appId"}, ORDER)
    assert json.loads(files["project.config.json"])["appid"] == "touristappid"
    assert "**No AppID.**" in files["README.md"]


@pytest.mark.parametrize("name", ["timeStamp", "nonceStr", "package", "paySign"])
def test_a_missing_member_is_empty_and_said(name: str) -> None:
    """In the file of the order and in the read-me."""
    files = mini_program_project({other: GOOD[other] for other in GOOD if other != name}, ORDER)
    assert f"{name}: '', // missing in pay_params" in files["order.js"]
    assert f"**Missing in pay_params: {name}.**" in files["README.md"]


def test_a_json_number_becomes_text() -> None:
    """A phone refuses a number for timeStamp; the window has said that it came as one."""
    assert "timeStamp: '1593746074'," in mini_program_project(GOOD | {"timeStamp": 1593746074}, ORDER)["order.js"]


def test_no_secret_has_a_place() -> None:
    """Beside the values of pay_params, what differs between two orders is what a payer may know."""
    empty = mini_program_project({}, MadeOrder())
    assert {path for path in FILES if FILES[path] != empty[path]} == {"README.md", "order.js", "project.config.json"}
    for path, written in FILES.items():
        assert not re.search(r"X-QF|signature\s*=|createHash|wx\.request\(", written), path


@given(st.fixed_dictionaries(dict.fromkeys(GOOD, TEXTS)), TEXTS)
def test_any_text_can_be_written(pay_params: dict[str, str], further: str) -> None:
    """As UTF-8, with line feeds only; JSON stays JSON and holds the very AppID."""
    order = replace(ORDER, out_trade_no=further, amount=further, goods_name=further, syssn=further, base_url=further)
    files = mini_program_project(pay_params, order)
    for path, written in files.items():
        assert written.encode("utf-8").decode("utf-8") == written
        assert "\r" not in written, path
        assert written.endswith("\n"), path
    assert units(json.loads(files["project.config.json"])["appid"]) == units(pay_params["appId"] or "touristappid")
    assert "<" not in files["order.js"]
    assert len(files["order.js"].splitlines()) == len(FILES["order.js"].splitlines())


@given(TEXTS)
def test_the_folders_name_suits_every_file_system(out_trade_no: str) -> None:
    """Short ASCII without anything a path could mean."""
    assert re.fullmatch(r"qfpay-pay(-[A-Za-z0-9_-]{1,40})?", folder_name(replace(ORDER, out_trade_no=out_trade_no)))


def test_a_simulated_order_is_marked_everywhere() -> None:
    """Folder, project, page and read-me."""
    order = replace(ORDER, simulated=True)
    files = mini_program_project(GOOD, order)
    assert folder_name(order) == "qfpay-pay-QA20261123114002-simulated"
    assert json.loads(files["project.config.json"])["projectname"].endswith("-simulated")
    assert "simulated: true" in files["order.js"]
    assert files["README.md"].count("**Simulated.**") == files["README.md"].count("**模拟订单。**") == 1
    assert "simulated: false" in FILES["order.js"]
    assert "**Simulated.**" not in FILES["README.md"]
