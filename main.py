"""Starts QFPay Tester, in a fresh clone after setting it up; see ``python3 main.py --help``."""

import sys

from qfpay_gui.setup.start import set_up

if __name__ == "__main__":
    set_up(sys.argv[1:])
    from qfpay_gui.app import leave, main

    leave(main(sys.argv[1:]))
