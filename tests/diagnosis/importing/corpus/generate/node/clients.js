// HTTP clients of Node with their own logs and error dumps: node clients.js NAME
const fs = require('fs');
const util = require('util');

const form = 'application/x-www-form-urlencoded';
const headersOf = (order) => ({ 'Content-Type': form, ...order.headers });

const clients = {
  async axiosError(order) {
    const axios = require('axios');
    try {
      await axios.post(order.url, order.body, { headers: headersOf(order), timeout: 1 });
    } catch (error) {
      console.error(util.inspect(error.toJSON(), { depth: 3 }));
    }
  },

  async axiosConfig(order) {
    const axios = require('axios');
    axios.interceptors.request.use((config) => {
      console.log('axios request', config.method, config.url, config.headers, config.data);
      return config;
    });
    const reply = await axios.post(order.url, new URLSearchParams(order.params), { headers: order.headers });
    console.log('axios response', reply.status, reply.data);
  },

  async axiosLogger(order) {
    const axios = require('axios');
    const logger = require('axios-logger');
    logger.setGlobalConfig({ headers: true, params: true });
    axios.interceptors.request.use(logger.requestLogger);
    axios.interceptors.response.use(logger.responseLogger);
    await axios.post(order.url, order.body, { headers: headersOf(order) });
  },

  async axiosCurlirize(order) {
    const axios = require('axios');
    const curlirize = require('axios-curlirize').default;
    curlirize(axios);
    await axios.post(order.url, order.body, { headers: headersOf(order) });
  },

  async got(order) {
    const got = require('got');
    const beforeRequest = [(options) => console.log('got', options.method, String(options.url), options.headers, options.form)];
    const reply = await got.post(order.url, { form: order.params, headers: order.headers, hooks: { beforeRequest } });
    console.log('got response', reply.statusCode, reply.body);
  },

  async undici(order) {
    const { fetch } = require('undici');
    require('diagnostics_channel').subscribe('undici:request:create', ({ request }) => console.log('undici', request));
    require('diagnostics_channel').subscribe('undici:request:bodySent', () => console.log('body sent', order.params));
    const reply = await fetch(order.url, { method: 'POST', body: order.body, headers: headersOf(order) });
    console.log(reply.status, await reply.text());
  },

  async nodeFetch(order) {
    const fetch = require('node-fetch');
    const request = new fetch.Request(order.url, { method: 'POST', body: new URLSearchParams(order.params), headers: order.headers });
    console.log('request:', request.method, request.url, request.headers, String(await request.clone().text()));
    console.log('response:', await (await fetch(request)).json());
  },

  async superagent(order) {
    const request = require('superagent').post(order.url).set(order.headers).type('form').send(order.params);
    await request;
    console.log(JSON.stringify(request));
  },

  async request(order) {
    const request = require('request');
    await new Promise((done) => request.post({ url: order.url, headers: order.headers, form: order.params }, done));
  },
};

(async () => {
  for (const order of JSON.parse(fs.readFileSync(process.env.ORDERS, 'utf8'))) await clients[process.argv[2]](order);
})();
