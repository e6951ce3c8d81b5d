// A merchant's endpoint for notifications that prints the first one.
const server = require('http').createServer((request, reply) => {
  let body = '';
  request.on('data', (data) => { body += data; });
  request.on('end', () => {
    console.log('notify', request.method, request.url, request.headers, JSON.parse(body));
    reply.end('SUCCESS', () => process.exit());
  });
});
server.listen(8090, '127.0.0.1');
