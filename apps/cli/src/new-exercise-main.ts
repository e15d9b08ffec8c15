/** Entry of `npm run new:exercise`. */
import { runNewExercise } from './new-exercise/command.js';
import { quietPipes } from './quiet-pipes.js';

quietPipes(process);
const interactive = process.stdin.isTTY && process.stdout.isTTY;
process.exitCode = await runNewExercise(process.argv.slice(2), process, interactive);
