/** Entry of `npm run conformance`. */
import { runConformance } from './conformance/command.js';
import { quietPipes } from './quiet-pipes.js';

quietPipes(process);
process.exitCode = await runConformance(process.argv.slice(2), process);
