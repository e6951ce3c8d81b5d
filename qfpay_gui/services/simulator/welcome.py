"""What the simulator says of itself at ``GET /``."""

from __future__ import annotations

from qfpay_gui.services.simulator.pay_params import APP_ID
from qfpay_gui.services.simulator.wechat.code2session import APP_SECRET, PATH

WELCOME = f"""QFPay simulator

A part of QFPay Tester: no account, no network, no money.

QFPay
  POST         /trade/v1/payment    WeChat Mini Program payment (800213)
  POST or GET  /trade/v1/query      payments and refunds of this month, or by syssn
  POST         /trade/v1/refund     all or part of a paid order
  POST or GET  /trade/v1/close      an order nobody has paid
  POST or GET  /trade/v1/reversal   the same; 800213 is documented for neither of the two

The customer with WeChat, by hand (a form with out_trade_no, syssn or prepay_id; not signed)
  POST  /simulator/v1/pay      the order is paid, and the merchant notified
  POST  /simulator/v1/cancel   the payment sheet is closed, the order stays open
  POST  /simulator/v1/fail     the call fails (errMsg: with which words)
  POST  /simulator/v1/expire   the time to pay is over

WeChat
  GET  {PATH}   appid={APP_ID}, secret={APP_SECRET}
       Any js_code of 20 to 64 letters and digits works once; js_code=errcode:45011 gives that error.

Notifications are posted to the payment's notify_url, or to the one on file, on this machine
only and at any port (QFPay itself: ports 80 and 443), and again after 2, 10, 10 and 60
minutes, 2, 6 and 15 hours until HTTP 200 and SUCCESS come back.

The request header X-Simulator-Outcome chooses the answer to one request, such as
respcd:1108, delay:5, drop, html:502 or status:429.

Not simulated: settlement (1269), risk control, rate limits, refund windows and the pause
from 23:30 to 00:30, real exchange rates, and the very words of QFPay's messages.
"""
