// Prints what the API replied: node replies.js LAYOUT, the reply on standard input.
const reply = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const layouts = {
  object: () => console.log('qfpay response', reply),
  payParams: () => console.log('wx.requestPayment params:', reply.pay_params),
  call: () => console.log(`wx.requestPayment(${JSON.stringify(reply.pay_params, null, 2)})`),
};
layouts[process.argv[2]]();
