/** Entry of `npm run harness`. */
import { quietPipes } from '@lakeproof/terminal';
import { runHarness } from './command.js';

quietPipes(process);
process.exitCode = await runHarness(process.argv.slice(2), process);
