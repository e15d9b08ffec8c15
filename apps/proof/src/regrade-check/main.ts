/** Entry of `npm run regrade-check`. */
import { quietPipes } from '@lakeproof/terminal';
import { runRegradeCheck } from './command.js';

quietPipes(process);
process.exitCode = await runRegradeCheck(process.argv.slice(2), process);
