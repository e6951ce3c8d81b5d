"""What Windows shows of the programs under Properties → Details."""

from __future__ import annotations

from package.facts import NAME, TITLE

_FORM = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('040904B0', [{strings}])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])
  ]
)
"""


def version_resource(version: str) -> str:
    """As PyInstaller reads it; Windows has four numbers, and a version of fewer ends in noughts."""
    numbers = tuple(int(part) for part in (*version.split("."), "0", "0", "0")[:4])
    told = {
        "FileDescription": TITLE,
        "FileVersion": version,
        "InternalName": NAME,
        "LegalCopyright": "MIT License",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": TITLE,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in told.items())
    return _FORM.format(numbers=numbers, strings=strings)
