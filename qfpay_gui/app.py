"""The composition root: command line, and the objects of every room put together."""

from __future__ import annotations

import argparse
import gc
import linecache
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from qfpay_gui import __version__
from qfpay_gui.command import VERBS
from qfpay_gui.display import missing_display, missing_libraries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.services.client import QFPayClient
    from qfpay_gui.services.faults.faults import Faults
    from qfpay_gui.shell import Shell

_FAILED, _NO_DISPLAY = 1, 2


def main(argv: Sequence[str]) -> int:
    """Run the program with these arguments; the exit code: 0, 1 for a failed self-test, 2 without a display.

    A verb in the first place means no window: see ``qfpay_gui.command``.
    """
    if argv and argv[0] in VERBS:
        from qfpay_gui.command.main import main as command  # noqa: PLC0415 - a window needs none of it

        return command(argv)
    options = _options(argv)
    problem = missing_display(os.environ, sys.platform)
    if problem and not options.self_test:
        return _refuse(problem)
    if problem:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        import PySide6.QtWidgets  # noqa: F401, PLC0415 - fails where system libraries are missing
    except ImportError as error:
        return _refuse(missing_libraries() or f"Qt cannot be loaded: {error}")
    return _self_test(options) if options.self_test else _window(options.file)


def run() -> None:
    """Run the program as the installed command does."""
    leave(main(sys.argv[1:]))


def leave(code: int) -> NoReturn:
    """End the process at once, with this exit code; everything is saved and closed by now.

    At its usual end Python destroys what is left in an order of its own, Qt's objects after the application they
    belong to, and crashes. A keychain that never answers would hold its thread, and with it the process, for ever.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="qfpay-tester",
        description="See what is signed and sent to QFPay, and why it fails.",
        epilog=f"Without a window: qfpay-tester {' | '.join(VERBS)}; each tells more with --help.",
    )
    parser.add_argument(
        "file", nargs="?", default="", help="what to begin with: a proof, a kept case, or whatever a merchant sent"
    )
    parser.add_argument("--version", action="version", version=f"QFPay Tester {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="do the main job in a real window and report; needs no display"
    )
    parser.add_argument(
        "--screenshots", type=Path, metavar="DIR", help="with --self-test: write pictures of the window here"
    )
    parser.add_argument(
        "--keychain",
        action="store_true",
        help="with --self-test: keep a made-up profile in the keychain, sign with it from another process, delete it",
    )
    options = parser.parse_args(argv)
    if (options.screenshots or options.keychain) and not options.self_test:
        parser.error("--screenshots and --keychain go with --self-test")
    if options.file and options.self_test:
        parser.error("a file goes with the window, not with --self-test")
    return options


def _refuse(problem: str) -> int:
    print(problem, file=sys.stderr)  # noqa: T201 - the one line a person without a display gets
    return _NO_DISPLAY


def _window(path: str) -> int:
    from qfpay_gui.services.faults.faults import Faults  # noqa: PLC0415 - after the display is known
    from qfpay_gui.services.faults.log import FaultLog  # noqa: PLC0415
    from qfpay_gui.services.keychain.app_secrets import KeychainAppSecrets  # noqa: PLC0415
    from qfpay_gui.services.keychain.secret_store import KeychainStore  # noqa: PLC0415
    from qfpay_gui.services.settings import settings_folder  # noqa: PLC0415

    folder = settings_folder()
    faults = Faults(FaultLog(folder))
    faults.install()
    try:
        shell = _shell(folder, KeychainStore(), KeychainAppSecrets(), faults)
    except Exception as error:  # noqa: BLE001 - whatever it is, somebody without a console must see it
        return _cannot_start(error, faults)
    shell.open(path)
    code = shell.exec()
    _remove_copies()
    if not shell.close():
        leave(code)
    faults.remove()
    return code


def _remove_copies() -> None:
    """Leave nothing behind in the folder for temporary files."""
    from qfpay_gui.ui.look.tint import remove_copies  # noqa: PLC0415 - at the end

    remove_copies()


def _cannot_start(error: Exception, faults: Faults) -> int:
    """Write down why there is no window, and say so in a small one; the exit code."""
    from PySide6.QtWidgets import QApplication, QMessageBox  # noqa: PLC0415 - after the display is known

    faults.take(error)
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    words = f"QFPay Tester cannot start: {type(error).__name__}. What happened is written in\n{faults.log.path}"
    QMessageBox.critical(None, "QFPay Tester", words)
    return _FAILED


def _self_test(options: argparse.Namespace) -> int:
    """Runs in a folder of its own and without the keychain unless told, so that nothing of the user's is touched."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - for the self-test only

    from qfpay_gui.self_test import SelfTest  # noqa: PLC0415
    from qfpay_gui.services.keychain.secret_store import SessionStore  # noqa: PLC0415

    with TemporaryDirectory(prefix="qfpay-self-test-") as folder:
        shell = _shell(Path(folder), SessionStore())
        passed = SelfTest(shell, options.screenshots, with_keychain=options.keychain).run()
        shell.close()
    _remove_copies()
    return 0 if passed else _FAILED


def _client(base_url: str, credentials: Credentials, ca_file: str) -> QFPayClient:
    from qfpay_gui.services.client import QFPayClient  # noqa: PLC0415 - needed for the first send

    return QFPayClient(base_url, credentials, ca_file=ca_file)


def _warm_up() -> None:
    """Load what the first send and the reading of its reply would otherwise wait for."""
    for name in ("services.http.transport", "services.client", "models.sending.answer"):
        import_module(f"qfpay_gui.{name}")


def _shell(folder: Path, store: object, app_secrets: object = None, faults: Faults | None = None) -> Shell:
    gc.disable()  # as GarbageCollector does, but before the imports: looking for garbage then takes as long as a panel
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the display is known

    from qfpay_gui.models.outside import Outside  # noqa: PLC0415
    from qfpay_gui.models.tasks import TaskRunner  # noqa: PLC0415
    from qfpay_gui.services.clock import SystemClock  # noqa: PLC0415
    from qfpay_gui.services.keychain.app_secrets import SessionAppSecrets  # noqa: PLC0415
    from qfpay_gui.shell import Shell  # noqa: PLC0415

    linecache.clearcache()  # PySide looks through the source of each module, which Python keeps: some megabytes
    application = QApplication.instance() or QApplication(sys.argv[:1])
    outside = Outside(
        clock=SystemClock(),
        runner=TaskRunner(4, application),
        keychain_runner=TaskRunner(1, application),
        store=store,  # type: ignore[arg-type]  # a SecretStore; named as object to keep this module's imports late
        make_client=_client,
        warm_up=_warm_up,
        settings_path=folder / "settings.json",
        app_secrets=app_secrets or SessionAppSecrets(),  # type: ignore[arg-type]  # as above
        faults=faults,
    )
    return Shell(application, outside, folder / "window.ini")  # type: ignore[arg-type]  # a QApplication
