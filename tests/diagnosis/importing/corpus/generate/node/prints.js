// Ways in which Node programs print and log a request: node prints.js NAME
const fs = require('fs');
const util = require('util');

const prints = {
  inspect: (order) => console.log('request:', { url: order.url, headers: order.headers, params: order.params }),
  inspectColour: (order) => console.log(util.inspect({ headers: order.headers, params: order.params }, { colors: true })),
  table: (order) => console.table({ ...order.params, 'X-QF-SIGN': order.signature }),
  stringify: (order) => console.log('[qfpay] send', order.url, JSON.stringify(order.headers), JSON.stringify(order.params)),
  stringifyTwice: (order) => console.log(JSON.stringify({ message: JSON.stringify({ headers: order.headers, params: order.params }) })),
  stringifyIndented: (order) => console.log(JSON.stringify({ headers: order.headers, data: order.body }, null, 2)),
  searchParams: (order) => console.log(new URLSearchParams(order.params), 'sign', order.signature),
  settings: (order) => console.log('config', { baseUrl: order.url, appCode: order.app_code, clientKey: order.client_key }, 'params', order.params, 'sign', order.signature),
  map: (order) => console.log(new Map(Object.entries(order.params)), order.headers),
  entries: (order) => console.log(Object.entries(order.params), 'X-QF-SIGN', order.signature),
  template: (order) => console.log(`POST ${order.url}\nappcode: ${order.app_code}\nsign: ${order.signature}\nparams: ${decodeURIComponent(new URLSearchParams(order.params).toString().replace(/\+/g, '%20'))}`),
};

const loggers = {
  winston(order) {
    const winston = require('winston');
    const { combine, timestamp, printf } = winston.format;
    const format = combine(timestamp(), printf(({ level, message, timestamp: time, ...more }) => `${time} ${level}: ${message} ${JSON.stringify(more)}`));
    winston.createLogger({ format, transports: [new winston.transports.Console()] }).info('qfpay request', { headers: order.headers, params: order.params });
  },
  winstonJson(order) {
    const winston = require('winston');
    winston.createLogger({ transports: [new winston.transports.Console()] }).info(`POST ${order.url} ${order.body} sign=${order.signature}`);
  },
  pino(order) {
    require('pino')().info({ req: { method: 'POST', url: order.url, headers: order.headers, body: order.params } }, 'qfpay request');
  },
  pinoMessage(order) {
    require('pino')().info('sign %s body %s', order.signature, order.body);
  },
  bunyan(order) {
    require('bunyan').createLogger({ name: 'shop' }).info({ headers: order.headers, params: order.params }, 'qfpay request');
  },
  log4js(order) {
    const log4js = require('log4js');
    log4js.configure({ appenders: { out: { type: 'stdout', layout: { type: 'basic' } } }, categories: { default: { appenders: ['out'], level: 'debug' } } });
    log4js.getLogger('qfpay').debug('pay', order.url, order.params, order.headers);
  },
  debug(order) {
    require('debug')('shop:qfpay')('request %O headers %o', order.params, order.headers);
  },
  signale(order) {
    require('signale').info('qfpay %j %s', order.params, order.signature);
  },
};

for (const order of JSON.parse(fs.readFileSync(process.env.ORDERS, 'utf8'))) ({ ...prints, ...loggers })[process.argv[2]](order);
