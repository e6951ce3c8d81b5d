"""Opens the dialogs in which profiles and custom addresses are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.bar.place_chip import PlaceChip


class Managing(QObject):
    """Each dialog is made when it is asked for, and what is saved or used there is where one works from then on."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window

    def serve(self, chip: PlaceChip) -> None:
        """Open what is asked for in the chip's list."""
        chip.profile_wanted.connect(self.add_profile)
        chip.profiles_wanted.connect(self.open_profiles)
        chip.address_wanted.connect(self.add_address)
        chip.addresses_wanted.connect(self.open_addresses)

    def commands(self, chip: PlaceChip) -> dict[str, Callable[[], object]]:
        """What the commands of the menus do, by their names."""
        return {"place": chip.open_list, "credentials": self.open_profiles, "addresses": self.open_addresses}

    def open_profiles(self) -> None:
        """Show the profile that is in use."""
        self._open_profiles(self._workbench.environment.id, adding=False)

    def add_profile(self, environment_id: str) -> None:
        """Ask for a new profile of this environment."""
        self._open_profiles(environment_id, adding=True)

    def open_addresses(self) -> None:
        """Show the custom addresses."""
        self._open_addresses(None)

    def add_address(self, base_url: str) -> None:
        """Ask for a new custom address, of which so much is known."""
        self._open_addresses(base_url)

    def _open_profiles(self, environment_id: str, *, adding: bool) -> None:
        from qfpay_gui.ui.profiles.profiles_dialog import ProfilesDialog  # noqa: PLC0415 - not needed at start

        bench = self._workbench
        addresses = bench.place.addresses.addresses
        dialog = ProfilesDialog(bench.profiles, environment_id, self._window, addresses=addresses, adding=adding)
        dialog.used.connect(bench.choose_profile)
        _run(dialog)

    def _open_addresses(self, adding: str | None) -> None:
        from qfpay_gui.ui.profiles.addresses_dialog import AddressesDialog  # noqa: PLC0415 - not needed at start

        dialog = AddressesDialog(self._workbench.place.addresses, self._window, adding=adding)
        dialog.used.connect(self._workbench.choose_environment)
        _run(dialog)


def _run(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
