import { DomainError, type Rubric, type SandboxJob, type Verdict } from '@lakeproof/contracts';
import { ExerciseError, gradingJob, loadExercise, rubricOf, type Exercise } from '@lakeproof/curriculum';
import { isHopeless, verdictOf } from '@lakeproof/grading';
import { SandboxError } from '@lakeproof/sandbox';
import { exitCodeOf } from '../exit-code.js';
import type { Io } from '../io.js';
import { paintFor } from '../paint.js';
import { withSandboxes } from '../sandboxes.js';
import { SentenceError } from '../sentence-error.js';
import { Progress } from './progress.js';
import { readSubmission } from './read-submission.js';
import { unrunVerdict } from './unrun-verdict.js';
import { variantNames } from './variant-names.js';
import { verdictText } from './verdict-text.js';

export interface GradeArguments {
  readonly exercise: string;
  readonly submission: string;
  readonly variant?: readonly string[];
  readonly json?: boolean;
}

/**
 * `lakeproof grade`: the worker's own path from files to verdict, on this machine.
 *
 * @returns the exit code
 * @throws SentenceError when the exercise, the folder or a variant's name can't be used
 */
export async function grade(args: GradeArguments, io: Io): Promise<number> {
  const exercise = await orSentence(() => loadExercise(args.exercise));
  const names = variantNames(exercise.variants, args.variant);
  const rubric = await orSentence(() => rubricOf(exercise, names));
  const verdict = await verdictFor(exercise, rubric, args.submission, io);
  if (args.json) io.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  else {
    const page = { paint: paintFor(io.stdout, io.env), width: io.stdout.columns || 110 };
    io.stdout.write(verdictText(exercise.title, rubric, verdict, page));
  }
  return exitCodeOf(verdict);
}

async function verdictFor(exercise: Exercise, rubric: Rubric, folder: string, io: Io): Promise<Verdict> {
  const submission = await readSubmission(folder);
  const { notes } = submission;
  if ('reason' in submission)
    return unrunVerdict(rubric, 'rejected', submission.reason, submission.message, notes);
  try {
    const names = rubric.variants.map(({ name }) => name);
    const report = await runSandbox(gradingJob(exercise, submission.files, names), io);
    const verdict = verdictOf(rubric, report, { queued: 0 });
    // A participant is told that it is our fault; who grades by hand has to know which.
    const broken = verdict.state === 'failed' && report.end.kind === 'broken' ? report.end.detail : undefined;
    return {
      ...verdict,
      message: broken === undefined ? verdict.message : `The sandbox broke: ${broken}`,
      notes: [...notes, ...verdict.notes],
    };
  } catch (error) {
    if (error instanceof DomainError)
      return unrunVerdict(rubric, 'rejected', 'collection-error', error.detail, notes);
    if (error instanceof SandboxError)
      return unrunVerdict(rubric, 'failed', 'infrastructure', error.message, notes);
    throw error;
  }
}

function runSandbox(job: SandboxJob, io: Io) {
  const progress = new Progress(io.stderr, job.variants.length);
  return withSandboxes({ warm: 0, atOnce: 1 }, io, async (pool, signal) => {
    try {
      progress.say('Starting Spark…');
      const sandbox = await pool.take();
      const onEvent = progress.take.bind(progress);
      return await sandbox.grade(job, onEvent, { hopeless: isHopeless, signal });
    } finally {
      progress.clear();
    }
  });
}

/** Content and names that can't be used are for the caller to mend: said in a sentence, without a stack. */
async function orSentence<T>(load: () => T | Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof ExerciseError || error instanceof DomainError)
      throw new SentenceError(error.message);
    throw error;
  }
}
