"""A Mini Program payment that is safe: a cloud function signs and sends this very request, the page calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.snippets.signing_code.node import constants, sign_type_header, signing
from qfpay_gui.snippets.signing_code.sample import commented, sample

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

PAGE = "// Part 2, the page: pages/pay/pay.js"
"""The line that parts the cloud function from the page: save each as a file of its own."""

_ABOUT = """\
// Part 1, the cloud function: cloudfunctions/qfpay/index.js (Node.js 18). Set QFPAY_CLIENT_KEY among its environment
// variables and its time-out to 20 s; QFPAY_DRY_RUN=1 only signs, QFPAY_URL sends elsewhere.
// The key never belongs into a Mini Program: anyone can unpack a page and read it.
"""
_FUNCTION = """\

exports.main = async () => {
  const clientKey = process.env.QFPAY_CLIENT_KEY;
  if (!clientKey) throw new Error('Set QFPAY_CLIENT_KEY to the client key.');
@SIGNING@
  console.log('signature:', signature);
  console.log('expected: ', expected);
  if (expected && signature !== expected) {
    throw new Error('The signatures differ: another key, or a changed value. Nothing was sent.');
  }
  if (process.env.QFPAY_DRY_RUN === '1') return {};
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'X-QF-APPCODE': appCode, 'X-QF-SIGN': signature@SIGN_TYPE@ },
    body: new URLSearchParams(params), // only the body is URL-encoded
    redirect: 'manual',
  });
  return reply.json();
};

"""
_PAGE = """\
Page({
  async pay() {
    const { result } = await wx.cloud.callFunction({ name: 'qfpay' });
    const order = result.pay_params || (result.data && result.data.pay_params);
    if (!order) return console.error('No order:', result.respcd, result.resperr, result.respmsg);
    const { timeStamp, nonceStr, signType, paySign } = order; // exactly as they came; package is a reserved word
    wx.requestPayment({
      timeStamp, nonceStr, package: order.package, signType, paySign,
      success: () => console.log('Deliver only once the notification or a query says it is paid.'),
      fail: (error) => console.log('Not paid:', error.errMsg),
    });
  },
});
"""


def sign_miniprogram(prepared: PreparedRequest, *, reveal_personal: bool = False) -> str:
    """Both files, parted by the line ``PAGE``; extend_info stays masked unless ``reveal_personal``."""
    shown = sample(prepared, reveal_personal=reveal_personal)
    notes = [*([shown.caution] if shown.caution else []), *shown.warnings()]
    signed = "\n".join(f"  {line}" for line in signing(shown).splitlines())
    function = _FUNCTION.replace("@SIGNING@", signed).replace("@SIGN_TYPE@", sign_type_header(shown))
    start = _ABOUT + commented(notes, "//") + "const { createHash } = require('crypto');\n\n"
    return start + constants(shown) + function + PAGE + "\n" + _PAGE
