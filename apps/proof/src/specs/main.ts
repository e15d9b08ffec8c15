/** Entry of `npm run specs`. */
import { quietPipes } from '@lakeproof/terminal';
import { runSpecs } from './command.js';

quietPipes(process);
process.exitCode = await runSpecs(process.argv.slice(2), process);
