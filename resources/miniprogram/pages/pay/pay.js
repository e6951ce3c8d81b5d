// Hands an order to WeChat, once a tap, with the values exactly as QFPay returned them.
// There is no client key, app code or signature here, and there must never be: anyone can unpack a Mini Program and
// read it. Orders are signed and made on a server; the page gets the finished values.
// 按一次调用一次 wx.requestPayment，参数与 QFPay 返回的完全一致。页面里没有、也绝不能有 client key、app code 或签名：
// 任何人都能解包小程序读到它们。下单和签名在服务器完成，页面只接收结果。

/**
 * @typedef {object} Order
 * @property {string} appId
 * @property {string} amount
 * @property {string} goodsName
 * @property {string} outTradeNo
 * @property {string} syssn
 * @property {number | null} endsAt  Milliseconds since 1970, after which it certainly cannot be paid.
 * @property {number | null} mayEndAt  The same, where it perhaps ends earlier.
 * @property {boolean} simulated
 * @property {{ timeStamp: string, nonceStr: string, package: string, signType?: 'MD5' | 'HMAC-SHA256' | 'RSA',
 *   paySign: string }} payParams
 */

/** @type {Order} */
const order = require('../../order.js');
const { MESSAGES, explain } = require('./messages.js');
const phone = require('./phone.js');
const words = require('./words.js');

/** @typedef {'en' | 'zh'} Language */
/** @typedef {{ errMsg: string }} Result */

Page({
  data: {
    order: { amount: order.amount, goodsName: order.goodsName, outTradeNo: order.outTradeNo, syssn: order.syssn },
    words: words.en,
    /** @type {Language} */
    language: 'en',
    /** @type {string[]} */
    notes: [],
    /** @type {'ready' | 'paying' | 'paid' | 'cancelled' | 'failed'} */
    state: 'ready',
    expired: false,
    left: '',
    mayEnd: '',
    button: '',
    callback: '',
    raw: '',
    meaning: '',
    /** @type {{ says: string, meaning: string }[]} */
    messages: [],
  },

  /** Also guards against a second tap before WeChat has drawn over the page. */
  isOpen: false,
  timer: 0,
  /** @type {Result | null} */
  result: null,

  onLoad() {
    this.speak(phone.language());
  },

  onShow() {
    this.stop();
    this.timer = setInterval(() => this.showTime(), 1000);
    this.showTime();
  },

  onHide() {
    this.stop();
  },

  onUnload() {
    this.stop();
  },

  pay() {
    if (this.isOpen || this.data.state === 'paid') return;
    this.isOpen = true;
    this.result = null;
    this.setData({ state: 'paying', callback: '', raw: '', meaning: '', messages: [] });
    this.showTime();
    wx.requestPayment(
      Object.assign({}, order.payParams, {
        /** @param {Result} result */
        success: (result) => this.show('success', result),
        /** @param {Result} result */
        fail: (result) => this.show('fail', result),
        /** @param {Result} result */
        complete: (result) => {
          this.isOpen = false;
          if (!this.result) this.show('complete', result); // WeChat up to 6.5.2 calls nothing else on cancel
        },
      }),
    );
  },

  switchLanguage() {
    this.speak(this.data.language === 'en' ? 'zh' : 'en');
  },

  /** @param {Language} language */
  speak(language) {
    this.setData({ language, words: words[language] });
    this.setData({ notes: this.notes() });
    this.showTime();
    if (this.result) this.show(this.data.callback, this.result);
  },

  /** What is to be known before anybody taps. */
  notes() {
    const { simulated, devtools, otherApp } = this.data.words;
    const here = phone.appId();
    const notes = [];
    if (order.simulated) notes.push(simulated);
    if (phone.isDevtools()) notes.push(devtools);
    if (order.appId && here && here !== order.appId) notes.push(otherApp + here + ' / ' + order.appId);
    return notes;
  },

  /**
   * Shows the answer word for word, and what it means.
   * @param {string} callback
   * @param {Result} result
   */
  show(callback, result) {
    this.result = result;
    const { language } = this.data;
    const { state, message } = explain(result);
    // WeChat shows some reasons in a dialog of its own and then says no more than cancel.
    const listed = state === 'cancelled' ? MESSAGES : [];
    this.setData({
      state,
      callback,
      raw: JSON.stringify(result),
      meaning: message[language],
      messages: listed.map((one) => ({ says: one.says[0], meaning: one[language] })),
    });
    this.showTime();
  },

  /** Time is read from the clock each time, so that a page that slept is right as soon as it wakes. */
  showTime() {
    const { words: say, state } = this.data;
    const now = Date.now();
    const expired = order.endsAt !== null && now >= order.endsAt;
    const mayEnd = order.mayEndAt !== null && !expired ? say.mayEnd + clock(order.mayEndAt) : '';
    const left = order.endsAt === null ? '' : expired ? say.expired : say.left + duration(order.endsAt - now);
    const retry = state === 'cancelled' || state === 'failed';
    const button = state === 'paying' || state === 'paid' ? say[state] : expired ? say.anyway : say.pay;
    this.setData({ expired, mayEnd, left, button: retry && !expired ? say.again : button });
  },

  stop() {
    clearInterval(this.timer);
  },
});

/**
 * 1:02:03 or 2:03
 * @param {number} milliseconds
 */
function duration(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return (hours ? hours + ':' + two(minutes) : String(minutes)) + ':' + two(seconds % 60);
}

/**
 * 09:05:00 by the phone's clock.
 * @param {number} milliseconds
 */
function clock(milliseconds) {
  const time = new Date(milliseconds);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
}

/** @param {number} number */
function two(number) {
  return (number < 10 ? '0' : '') + number;
}
