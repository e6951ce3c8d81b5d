"""Where the packaged program starts."""

import os

from qfpay_gui.app import run

if __name__ == "__main__":
    # The package's own libraries are for this process only: whatever it opens has those of the system.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
    run()
