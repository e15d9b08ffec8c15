/** Entry of `npm run verify:exercises`. */
import { quietPipes } from './quiet-pipes.js';
import { runVerify } from './verify/command.js';

quietPipes(process);
process.exitCode = await runVerify(process.argv.slice(2), process);
