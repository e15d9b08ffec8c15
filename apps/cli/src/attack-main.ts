/** Entry of `npm run attack`. */
import { runAttacks } from './attack/command.js';
import { quietPipes } from './quiet-pipes.js';

quietPipes(process);
process.exitCode = await runAttacks(process.argv.slice(2), process);
