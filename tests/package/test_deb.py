from __future__ import annotations

import os
from email.parser import Parser
from typing import TYPE_CHECKING

from package.deb import control, dated, lay_out

from qfpay_gui import __version__

if TYPE_CHECKING:
    from pathlib import Path


def test_the_control_file_says_what_apt_asks() -> None:
    """Each field on a line, the description with its lines set in."""
    fields = Parser().parsestr(control("amd64", 128, ["libc6 (>= 2.34)", "libxcb1"]))
    assert fields["Version"] == __version__
    assert fields["Depends"] == "libc6 (>= 2.34), libxcb1"
    assert fields["Installed-Size"] == "128"
    assert fields["Architecture"] == "amd64"
    assert all(line.startswith(" ") for line in fields["Description"].splitlines()[1:])
    assert "python" not in str(fields).lower()


def test_everything_lies_where_a_desktop_looks_for_it(tmp_path: Path) -> None:
    """The command is a link to the program, and the icon is there in each size."""
    folder, icons, tree = tmp_path / "folder", tmp_path / "icons", tmp_path / "tree"
    (folder / "licences").mkdir(parents=True)
    icons.mkdir()
    for path in (folder / "qfpay-tester", folder / "licences" / "notices.txt", icons / "app.svg"):
        path.write_text("x")
    for size in (16, 24, 32, 48, 64, 128, 256):
        (icons / f"{size}.png").write_text("x")
    lay_out(tree, folder, icons, "complete")
    files = {path.relative_to(tree / "usr").as_posix() for path in tree.rglob("*") if path.is_file()}
    assert "share/applications/qfpay-tester.desktop" in files
    assert "share/mime/packages/qfpay-tester.xml" in files
    assert "share/icons/hicolor/48x48/apps/qfpay-tester.png" in files
    assert "share/icons/hicolor/scalable/mimetypes/application-x-qfpay-tester+json.svg" in files
    assert "share/doc/qfpay-tester/copyright" in files
    assert (tree / "usr/share/bash-completion/completions/qfpay-tester").read_text() == "complete"
    assert (tree / "usr/bin/qfpay-tester").resolve() == tree / "usr/lib/qfpay-tester/qfpay-tester"


def test_dates_and_rights_are_the_same_whoever_built_it(tmp_path: Path) -> None:
    """Whatever the builder's umask; only what can be run may be run."""
    program, text, link = tmp_path / "program", tmp_path / "text", tmp_path / "link"
    program.write_text("x")
    program.chmod(0o700)
    text.write_text("x")
    text.chmod(0o600)
    link.symlink_to("text")
    dated(tmp_path, 1_700_000_000)
    assert [path.stat().st_mode & 0o777 for path in (tmp_path, program, text)] == [0o755, 0o755, 0o644]
    assert {os.lstat(path).st_mtime for path in (tmp_path, program, text, link)} == {1_700_000_000}
