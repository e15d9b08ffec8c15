/** Entry of `npm run check:content`. */
import { quietPipes } from '@lakeproof/terminal';
import { runCheckContent } from './command.js';

quietPipes(process);
process.exitCode = await runCheckContent(process.argv.slice(2), process);
