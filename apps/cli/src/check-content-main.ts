/** Entry of `npm run check:content`. */
import { runCheckContent } from './check-content/command.js';
import { quietPipes } from './quiet-pipes.js';

quietPipes(process);
process.exitCode = await runCheckContent(process.argv.slice(2), process);
