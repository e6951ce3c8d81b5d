"""The Debian package: the folder under ``/usr/lib``, the command, and how the desktop knows it."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from package.desktop import desktop_entry, mime_package
from package.facts import MIME, NAME, TITLE, epoch, version
from package.libraries import SUGGESTED, dependencies, either_name, headers_in, needs, newest_glibc

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_RECOMMENDED = (
    "gnome-keyring | kwalletmanager | keepassxc",
    "fonts-inter",
    "fonts-dejavu-core",
    "fonts-noto-cjk",
    "shared-mime-info",
    "desktop-file-utils",
    "xdg-utils",
)
_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ABOUT = """\
See which bytes of a QFPay payment are signed, and why they are refused
 A window and commands for a shell in which support and QA see exactly which
 bytes of a payment are signed and sent, send them, and learn what is wrong
 with a merchant's integration. It starts with a built-in simulator, so no
 account and no network are needed.
 .
 Not a product of QFPay or Tencent."""


def control(architecture: str, kilobytes: int, depends: Iterable[str]) -> str:
    """What ``DEBIAN/control`` says."""
    fields = {
        "Package": NAME,
        "Version": version(),
        "Section": "devel",
        "Priority": "optional",
        "Architecture": architecture,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(_RECOMMENDED),
        "Suggests": ", ".join(map(either_name, SUGGESTED)),
        "Maintainer": f"{TITLE} <{NAME}@localhost>",
        "Description": _ABOUT,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def make_deb(folder: Path, icons: Path, completion: str, work: Path, into: Path) -> Path:
    """Pack this folder of the program; the file that was made."""
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(tree, folder, icons, completion)
    headers = headers_in(folder)
    depends = dependencies(
        {name: needs(one) for name, one in headers.items()},
        (path.name for path in folder.rglob("*.so*")),
        newest_glibc(headers.values()),
    )
    architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, check=True)
    name = architecture.stdout.decode().strip()
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    _write(tree / "DEBIAN" / "control", control(name, size, depends))
    dated(tree, epoch())
    made = into / f"{NAME}_{version()}_{name}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(tree), str(made)]
    subprocess.run(
        command, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}, stdout=subprocess.DEVNULL, check=True
    )
    return made


def lay_out(tree: Path, folder: Path, icons: Path, completion: str) -> None:
    """Everything where a Debian system looks for it."""
    share = tree / "usr" / "share"
    shutil.copytree(folder, tree / "usr" / "lib" / NAME, symlinks=True)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    _write(share / "applications" / f"{NAME}.desktop", desktop_entry())
    _write(share / "mime" / "packages" / f"{NAME}.xml", mime_package())
    _write(share / "bash-completion" / "completions" / NAME, completion)
    for size in _SIZES:
        _copy(icons / f"{size}.png", share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png")
    scalable = share / "icons" / "hicolor" / "scalable"
    _copy(icons / "app.svg", scalable / "apps" / f"{NAME}.svg")
    _copy(icons / "app.svg", scalable / "mimetypes" / f"{MIME.replace('/', '-')}.svg")
    _copy(folder / "licences" / "notices.txt", share / "doc" / NAME / "copyright")


def dated(tree: Path, moment: int) -> None:
    """Give every file and folder this date and the usual rights."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8", newline="\n")


def _copy(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
