from __future__ import annotations

import pytest
from package.contents import goes_along

_QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        f"{_QT}/lib/libQt6Core.so.6",
        f"{_QT}/plugins/platforms/libqxcb.so",
        f"{_QT}/plugins/iconengines/libqsvgicon.so",
        f"{_QT}/translations/qtbase_zh_TW.qm",
        "PySide6/QtWidgets.abi3.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "libQt6Gui.so.6",
        "libpython3.11.so.1.0",
        "libssl.so.3",
        "libxcb-cursor.so.0",
        "libicudata.so.73",
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so",
        "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "qfpay_gui/resources/translations/qfpay_zh_CN.qm",
        "certifi/cacert.pem",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "keyring-25.7.0.dist-info/METADATA",
    ],
)
def test_what_the_program_uses_goes_along(name: str) -> None:
    """Its parts of Qt, the libraries that a desktop may lack, certificates, and what keyring finds its back ends by."""
    assert goes_along(name, linux=True)


@pytest.mark.parametrize(
    "name",
    [
        f"{_QT}/lib/libQt6Network.so.6",
        f"{_QT}/lib/libQt6Qml.so.6",
        f"{_QT}/plugins/platforms/libqeglfs.so",
        f"{_QT}/plugins/tls/libqopensslbackend.so",
        f"{_QT}/plugins/imageformats/libqtiff.so",
        f"{_QT}/translations/qtbase_de.qm",
        f"{_QT}/translations/designer_zh_CN.qm",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
        "PySide6/Qt6Network.dll",
        "libgtk-3.so.0",
        "libxcb.so.1",
        "libstdc++.so.6",
        "libglib-2.0.so.0",
        "keyring-25.7.0.dist-info/direct_url.json",
        "qfpay_tester-0.1.0.dist-info/RECORD",
    ],
)
def test_the_rest_stays(name: str) -> None:
    """What nothing asks for, what every desktop has, and what tells where the package was built."""
    assert not goes_along(name, linux=True)


def test_windows_has_no_libraries_of_its_own_to_offer() -> None:
    """There, whatever lies beside the program is needed."""
    assert goes_along("libgcc_s.so.1", linux=False)
    assert goes_along("VCRUNTIME140.dll", linux=False)
