/** Entry of `npm run variants`. */
import { quietPipes } from '@lakeproof/terminal';
import { runVariants } from './command.js';

quietPipes(process);
process.exitCode = await runVariants(process.argv.slice(2), process);
