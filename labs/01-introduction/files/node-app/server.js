// A small web application. Node.js brings a web server along, so no library is needed.
const http = require('node:http');

const server = http.createServer((request, response) => {
  response.setHeader('content-type', 'text/plain');
  response.end('Hello from a container\n');
});

server.listen(8080, () => console.log('Listening on port 8080'));

// The engine sends SIGTERM when the container is stopped. The first process of a container must
// handle it by itself: without this line, `docker stop` would wait ten seconds and then use force.
process.on('SIGTERM', () => server.close());
