/** Entry of `npm run verify:pages`. */
import { quietPipes } from '@lakeproof/terminal';
import { runVerifyPages } from './command.js';

quietPipes(process);
process.exitCode = await runVerifyPages(process.argv.slice(2), process);
