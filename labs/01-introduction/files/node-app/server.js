const express = require('express');

const app = express();

app.get('/', (request, response) => {
  response.send('Hello from a container\n');
});

const server = app.listen(8080, () => console.log('Listening on port 8080'));

// The engine asks with SIGTERM when the container is stopped. The first process of a container must
// answer by itself: without these lines, `docker stop` would wait ten seconds and then use force.
process.on('SIGTERM', () => server.close());
