// Counts visits. The number lives in Redis, so it survives a new version of this program.
const http = require('node:http');
const net = require('node:net');

/** Asks Redis to add one; its answer is a line such as ":42". */
function countVisit() {
  return new Promise((resolve, reject) => {
    const socket = net.connect(6379, 'redis', () => socket.write('INCR visits\r\n'));
    socket.setTimeout(2000, () => socket.destroy(new Error('Redis does not answer')));
    socket.once('data', (line) => {
      resolve(Number(line.toString().slice(1)));
      socket.end();
    });
    socket.once('error', reject);
  });
}

const server = http.createServer(async (request, response) => {
  if (request.url !== '/') {
    response.writeHead(404).end('Not found\n');
    return;
  }
  try {
    response.end(`Visits: ${await countVisit()}\n`);
  } catch (error) {
    response.writeHead(503).end(`The counter is not ready yet: ${error.message}\n`);
  }
});

server.listen(8080, () => console.log('Listening on port 8080'));
process.on('SIGTERM', () => server.close());
