/** Entry of `npm run regrade-check`. */
import { quietPipes } from './quiet-pipes.js';
import { runRegradeCheck } from './regrade-check/command.js';

quietPipes(process);
process.exitCode = await runRegradeCheck(process.argv.slice(2), process);
