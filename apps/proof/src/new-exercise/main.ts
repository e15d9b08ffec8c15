/** Entry of `npm run new:exercise`. */
import { quietPipes } from '@lakeproof/terminal';
import { runNewExercise } from './command.js';

quietPipes(process);
const interactive = process.stdin.isTTY && process.stdout.isTTY;
process.exitCode = await runNewExercise(process.argv.slice(2), process, interactive);
