/** Entry of `npm run harness`. */
import { runHarness } from './harness/command.js';
import { quietPipes } from './quiet-pipes.js';

quietPipes(process);
process.exitCode = await runHarness(process.argv.slice(2), process);
