"""Starts QFPay Tester; see ``python main.py --help``."""

import sys

from qfpay_gui.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
