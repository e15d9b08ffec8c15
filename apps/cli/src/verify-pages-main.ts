/** Entry of `npm run verify:pages`. */
import { runVerifyPages } from './pages/command.js';
import { quietPipes } from './quiet-pipes.js';

quietPipes(process);
process.exitCode = await runVerifyPages(process.argv.slice(2), process);
