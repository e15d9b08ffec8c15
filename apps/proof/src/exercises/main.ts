/** Entry of `npm run verify:exercises`. */
import { quietPipes } from '@lakeproof/terminal';
import { runVerify } from './command.js';

quietPipes(process);
process.exitCode = await runVerify(process.argv.slice(2), process);
