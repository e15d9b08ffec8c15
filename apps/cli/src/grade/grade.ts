import { DomainError, inSandbox, type Reason, type Rubric } from '@lakeproof/contracts';
import { ExerciseError, loadExercise, rubricOf, type SandboxExercise } from '@lakeproof/curriculum';
import { grade as gradeIn, gradingPlan, type GradingPlan } from '@lakeproof/grader';
import { unrunVerdict } from '@lakeproof/grading';
import { SandboxError, withSandboxes } from '@lakeproof/sandbox';
import { type Io, paintFor, SentenceError, StatusLine } from '@lakeproof/terminal';
import { findExercise } from '../exercise/find-exercise.js';
import { exitCodeOf } from '../exit-code.js';
import { gradeQuiz } from './grade-quiz.js';
import { Progress } from './progress.js';
import { readSubmission } from './read-submission.js';
import { variantNames } from './variant-names.js';
import { verdictText, type Graded } from './verdict-text.js';

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
  const folder = await findExercise(args.exercise, {
    cwd: process.cwd(),
    exercisesDir: io.env.EXERCISES_DIR,
  });
  const exercise = await orSentence(() => loadExercise(folder));
  if (!inSandbox(exercise)) return gradeQuiz(exercise, args, io);
  const names = variantNames(exercise.variants, args.variant);
  const rubric = await orSentence(() => rubricOf(exercise, names));
  const graded = await gradeFolder(exercise, rubric, args.submission, io);
  // Integrity notes are no part of the verdict, whose format is fixed: the table has them.
  if (args.json) io.stdout.write(`${JSON.stringify(graded.verdict, null, 2)}\n`);
  else {
    const page = { paint: paintFor(io.stdout, io.env), width: io.stdout.columns || 110 };
    io.stdout.write(verdictText(exercise.title, rubric, graded, page));
  }
  return exitCodeOf(graded.verdict);
}

async function gradeFolder(
  exercise: SandboxExercise,
  rubric: Rubric,
  folder: string,
  io: Io,
): Promise<Graded> {
  const submission = await readSubmission(folder);
  const { notes } = submission;
  const unrun = (state: 'rejected' | 'failed', reason: Reason, place: string): Graded => ({
    verdict: unrunVerdict(rubric, { state, reason, place, notes }),
    integrity: [],
  });
  if ('reason' in submission) return unrun('rejected', submission.reason, submission.message);
  try {
    const names = rubric.variants.map(({ name }) => name);
    const plan = gradingPlan(exercise, submission.files, names);
    const { verdict, integrity, report } = await runPlan(plan, io);
    // A participant is told that it is our fault; who grades by hand has to know which.
    const broken = verdict.state === 'failed' && report.end.kind === 'broken' ? report.end.detail : undefined;
    const message = broken === undefined ? verdict.message : `The sandbox broke: ${broken}`;
    return {
      verdict: { ...verdict, message, notes: [...notes, ...verdict.notes] },
      integrity,
    };
  } catch (error) {
    if (error instanceof DomainError) return unrun('rejected', 'collection-error', error.detail);
    if (error instanceof SandboxError) return unrun('failed', 'infrastructure', error.message);
    throw error;
  }
}

async function runPlan(plan: GradingPlan, io: Io) {
  const line = new StatusLine(io.stderr);
  const progress = new Progress(line, plan.job.variants.length);
  // Before the engine is asked: it may take its time to answer.
  progress.starting();
  try {
    return await withSandboxes({ warm: 0, atOnce: 1 }, io, async (pool, signal) => {
      const sandbox = await pool.take();
      progress.started();
      return await gradeIn(plan, sandbox, { signal, onEvent: progress.take.bind(progress) });
    });
  } finally {
    line.clear();
  }
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
