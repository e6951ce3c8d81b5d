// Code and exports that converters write for a request: node exports.js NAME
const fs = require('fs');

const form = 'application/x-www-form-urlencoded';
const pairs = (order) => Object.entries(order.params).map(([name, value]) => ({ name, value }));
const headers = (order) => Object.entries({ 'Content-Type': form, ...order.headers }).map(([name, value]) => ({ name, value }));
const har = (order) => ({
  method: 'POST', url: order.url, httpVersion: 'HTTP/1.1', cookies: [], headers: headers(order), queryString: [],
  postData: { mimeType: form, params: pairs(order), text: order.body }, headersSize: -1, bodySize: -1,
});

const curl = (order) => [
  `curl -X POST '${order.url}'`,
  ...Object.entries(order.headers).map(([name, value]) => `-H '${name}: ${value}'`),
  `-H 'Content-Type: ${form}'`,
  `--data '${order.body.replace(/'/g, '%27')}'`,
].join(' ');

const collection = (order) => ({
  info: { name: 'QFPay', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [{
    name: 'payment',
    request: {
      method: 'POST', url: order.url,
      header: Object.entries(order.headers).map(([key, value]) => ({ key, value })),
      body: { mode: 'urlencoded', urlencoded: Object.entries(order.params).map(([key, value]) => ({ key, value, type: 'text' })) },
    },
  }],
});

const withDisabled = (order) => {
  const made = collection(order);
  made.item[0].request.header.push({ key: 'X-QF-SIGNTYPE', value: 'SHA256', disabled: true });
  made.item[0].request.body.urlencoded.push({ key: 'mchid', value: 'R1zQrTdJnn', disabled: true });
  return made;
};

const exporters = {
  async snippet(order, target, client) {
    const { HTTPSnippet } = require('httpsnippet');
    console.log(String(new HTTPSnippet(har(order)).convert(target, client)));
  },
  async curlconverter(order, language) {
    const converters = await import(`${process.env.NODE_PATH}/curlconverter/dist/src/index.js`);
    console.log(converters[language](curl(order)));
  },
  async postmanCode(order, language, variant) {
    const codegen = require('postman-code-generators');
    const sdk = require('postman-collection');
    const request = new sdk.Request(collection(order).item[0].request);
    const code = await new Promise((done, failed) => codegen.convert(language, variant, request, {}, (error, text) => (error ? failed(error) : done(text))));
    console.log(code);
  },
  async postmanCollection(order) {
    const { Collection } = require('postman-collection');
    console.log(JSON.stringify(new Collection(collection(order)), null, '\t'));
  },
  async brunoFromPostman(order) {
    const { postmanToBruno } = require('@usebruno/converters');
    console.log(JSON.stringify(await postmanToBruno(collection(order)), null, 2));
  },
  // Rows that are switched off, and values that are variables of the collection.
  async postmanVariables(order) {
    const { Collection } = require('postman-collection');
    const made = collection(order);
    made.variable = [{ key: 'host', value: new URL(order.url).origin }, { key: 'appcode', value: order.app_code }, { key: 'amount', value: order.params.txamt }];
    const { request } = made.item[0];
    request.url = `{{host}}${order.path}`;
    request.header[0].value = '{{appcode}}';
    request.body.urlencoded[0].value = '{{amount}}';
    request.body.urlencoded.push({ key: 'goods_name', value: 'before', disabled: true }, { key: 'debug', value: '1', disabled: true });
    console.log(JSON.stringify(new Collection(made), null, 2));
  },
  async insomnia(order) {
    const made = withDisabled(order);
    made.item[0].request.header.pop();  // this importer forgets that a header is switched off
    const { data } = await require('insomnia-importers').convert(JSON.stringify(made));
    console.log(JSON.stringify(data, null, 2));
  },
  async openCollection(order) {
    const { postmanToBruno, brunoToOpenCollection } = require('@usebruno/converters');
    console.log(JSON.stringify(brunoToOpenCollection((await postmanToBruno(withDisabled(order))).collection), null, 2));
  },
  async bruFile(order) {
    const { postmanToBruno } = require('@usebruno/converters');
    const { jsonToBruV2 } = require('@usebruno/lang');
    const { request } = (await postmanToBruno(withDisabled(order))).collection.items[0];
    const http = { method: 'post', url: request.url, body: 'form-urlencoded', auth: 'none' };
    const body = { formUrlEncoded: request.body.formUrlEncoded };
    console.log(jsonToBruV2({ meta: { name: 'payment', type: 'http', seq: 1 }, http, headers: request.headers, body }));
  },
  async brunoToPostman(order) {
    const { postmanToBruno, brunoToPostman } = require('@usebruno/converters');
    console.log(JSON.stringify(brunoToPostman((await postmanToBruno(withDisabled(order))).collection), null, 2));
  },
  async har(order) {
    const entry = { startedDateTime: '2026-11-03T01:00:00.000Z', time: 41, request: har(order), response: {}, cache: {}, timings: {} };
    console.log(JSON.stringify({ log: { version: '1.2', creator: { name: 'shop', version: '1' }, entries: [entry] } }, null, 2));
  },
};

(async () => {
  for (const order of JSON.parse(fs.readFileSync(process.env.ORDERS, 'utf8'))) await exporters[process.argv[2]](order, ...process.argv.slice(3));
})();
