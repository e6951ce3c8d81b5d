// What WeChat says when a payment does not go through, and what to do. 支付不成功时微信的提示及处理办法。

/** @typedef {{ says: string[], en: string, zh: string }} Message */

/** @type {Message[]} */
const MESSAGES = $known;

/** @type {Message} */
const PAID = $paid;

/** @type {Message} */
const CANCELLED = $cancelled;

/** @type {Message} */
const OTHER = $other;

/**
 * Whether the payer saw it through, and what the answer means. An answer may carry more than errMsg, so all is read.
 * @param {{ errMsg: string }} result
 * @returns {{ state: 'paid' | 'cancelled' | 'failed', message: Message }}
 */
function explain(result) {
  if (result.errMsg === PAID.says[0]) return { state: 'paid', message: PAID };
  const said = JSON.stringify(result).toLowerCase();
  /** @param {Message} message */
  const isSaid = (message) => message.says.some((words) => said.indexOf(words.toLowerCase()) >= 0);
  const known = MESSAGES.filter(isSaid)[0];
  if (known) return { state: 'failed', message: known };
  if (isSaid(CANCELLED)) return { state: 'cancelled', message: CANCELLED };
  return { state: 'failed', message: OTHER };
}

module.exports = { MESSAGES, explain };
