// Starts argv[3…] in a session of its own with its output in the log argv[2], and prints its pid.
import { openSync } from 'node:fs';
import { spawn } from 'node:child_process';

const [log, command, ...args] = process.argv.slice(2);
const output = openSync(log, 'a');
const child = spawn(command, args, { detached: true, stdio: ['ignore', output, output] });
child.once('error', (error) => {
  console.error(`${command} did not start: ${error.message}`);
  process.exitCode = 1;
});
child.once('spawn', () => {
  console.log(child.pid);
  child.unref();
});
