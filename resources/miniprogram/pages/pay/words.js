// Every word of the page, in both languages. 页面的全部文字，中英文各一套。

const en = {
  title: 'Payment test',
  switchTo: '中文',
  amount: 'Amount',
  goodsName: 'Goods',
  outTradeNo: 'Order number (out_trade_no)',
  syssn: 'QFPay’s number (syssn)',
  pay: 'Pay',
  paying: 'Waiting for WeChat …',
  paid: 'WeChat has finished',
  again: 'Try again',
  anyway: 'Try anyway',
  left: 'Can be paid for another ',
  expired: 'Expired: make the order anew with a new out_trade_no, then export the project again.',
  mayEnd: 'It may end earlier: where no expired_time is sent, QFPay’s default is 30 minutes, until ',
  answer: 'What WeChat answered',
  dialogs: 'Did WeChat itself show a message? It stands for:',
  simulated: 'Simulated order: the simulator of QFPay Tester made it. WeChat does not know it and will refuse it.',
  devtools: 'The developer tools cannot pay: they show a QR code. Use Preview and open the page on the payer’s phone.',
  otherApp: 'This Mini Program is not the one of the order, so WeChat will refuse it. AppID here / of the order: ',
};

/** @type {typeof en} */
const zh = {
  title: '支付测试',
  switchTo: 'English',
  amount: '金额',
  goodsName: '商品',
  outTradeNo: '商户订单号 (out_trade_no)',
  syssn: 'QFPay 流水号 (syssn)',
  pay: '支付',
  paying: '等待微信 …',
  paid: '微信支付窗口已结束',
  again: '再试一次',
  anyway: '仍然尝试',
  left: '剩余支付时间 ',
  expired: '已过期：请用新的 out_trade_no 重新下单，再重新导出本项目。',
  mayEnd: '可能更早结束：下单未传 expired_time 时，QFPay 默认 30 分钟，即到 ',
  answer: '微信的返回',
  dialogs: '微信自己弹出过提示吗？含义如下：',
  simulated: '模拟订单：由 QFPay Tester 的模拟器生成，微信并不认识，会拒绝支付。',
  devtools: '开发者工具内无法付款，只会显示二维码。请点“预览”，用付款人的手机打开本页。',
  otherApp: '当前小程序不是下单的小程序，微信会拒绝。当前 AppID / 订单 AppID：',
};

module.exports = { en, zh };
