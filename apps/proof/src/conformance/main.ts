/** Entry of `npm run conformance`. */
import { quietPipes } from '@lakeproof/terminal';
import { runConformance } from './command.js';

quietPipes(process);
process.exitCode = await runConformance(process.argv.slice(2), process);
