// Prints the first port from argv[2] on that nobody listens on at 127.0.0.1.
import { createServer } from 'node:net';

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

let port = Number(process.argv[2]);
while (!(await isFree(port))) port += 1;
console.log(port);
