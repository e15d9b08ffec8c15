import { inspect } from 'node:util';
import { SandboxError } from '@lakeproof/sandbox';
import { type Io, SentenceError } from '@lakeproof/terminal';
import { Command, CommanderError } from 'commander';
import { exitCodes } from './exit-code.js';
import { grade, type GradeArguments } from './grade/grade.js';
import { version } from './version.js';

/** Runs a command line. @returns the exit code; never throws */
export async function runCommand(args: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.fullMarks;
  const program = new Command('lakeproof')
    .description('Grades test suites for data pipelines by the bugs they catch')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  program
    .command('grade')
    .description('Grade a folder of tests against an exercise, with the Docker engine of this machine')
    .requiredOption(
      '--exercise <dir>',
      'folder of the exercise, or its slug where exercises/ is here or above',
    )
    .requiredOption('--submission <dir>', 'folder of the files to grade')
    .option('--variant <name...>', 'grade on these versions only')
    .option('--json', 'print the verdict as JSON, and nothing else, on stdout')
    .addHelpText('after', exitCodeHelp)
    .action(async (options: GradeArguments) => {
      code = await grade(options, io);
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has written its own sentence already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.rejected;
    if (error instanceof SentenceError || error instanceof SandboxError) {
      io.stderr.write(`${error.message}\n`);
      return error instanceof SentenceError ? exitCodes.rejected : exitCodes.failed;
    }
    // Nobody foresaw it: whoever mends it needs its stack.
    io.stderr.write(`Lakeproof met an error of its own:\n${inspect(error)}\n`);
    return exitCodes.failed;
  }
}

const exitCodeHelp = `
Exit codes:
  0  graded with full marks
  1  graded with less
  2  rejected: the submission or the command line can't be used as it is
  3  failed: Docker or the sandbox, not the submission
`;
