/** Entry of `lakeproof`. Sets the exit code instead of exiting, so that a pipe gets all of the output. */
import { quietPipes } from '@lakeproof/terminal';
import { runCommand } from './command.js';

quietPipes(process);
process.exitCode = await runCommand(process.argv.slice(2), process);
