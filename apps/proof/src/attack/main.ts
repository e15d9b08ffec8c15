/** Entry of `npm run attack`. */
import { quietPipes } from '@lakeproof/terminal';
import { runAttacks } from './command.js';

quietPipes(process);
process.exitCode = await runAttacks(process.argv.slice(2), process);
