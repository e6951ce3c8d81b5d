"""Starts QFPay Tester where it is installed: ``python -m qfpay_gui``."""

from qfpay_gui.app import run

if __name__ == "__main__":
    run()
