import { ExerciseError } from '@lakeproof/curriculum';
import { SandboxError } from '@lakeproof/sandbox';
import { type Io, SentenceError } from '@lakeproof/terminal';
import { CommanderError, type Command } from 'commander';

/**
 * Runs a tool of the repository: parses its command line, calls `action` with what commander gives it (arguments,
 * then options), and tells errors that are meant for people in a sentence.
 *
 * @returns what `action` returns; 2 for a wrong command line or content that can't be used, 3 when there are no
 *   sandboxes
 */
export async function runProgram(
  program: Command,
  args: readonly string[],
  io: Io,
  action: (...given: never[]) => Promise<number>,
): Promise<number> {
  let code = 0;
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .action(async (...given: unknown[]) => {
      code = await action(...(given as never[]));
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has written its own sentence already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof SentenceError || error instanceof SandboxError || error instanceof ExerciseError))
      throw error;
    io.stderr.write(`${error.message}\n`);
    return error instanceof SandboxError ? 3 : 2;
  }
}
