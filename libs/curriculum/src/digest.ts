import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { inSandbox, type Question, type SandboxFile } from '@lakeproof/contracts';
import type { Exercise, Quiz, SandboxExercise } from './exercise.js';
import type { Page } from './pages/page.js';
import type { Template } from './templates.js';

/** The rules say nothing of the digest itself. */
type Graded = Omit<SandboxExercise, 'digest'> | Omit<Quiz, 'digest'>;

/**
 * SHA-256 (hex) of everything that influences a grade: the code under test, its variants, and what
 * exercise.json says about running and scoring them, or what a quiz asks. Titles, hints, stories,
 * explanations and the README do not: mending a word of them makes no grade outdated.
 */
export function exerciseDigest(exercise: Graded): string {
  const hash = createHash('sha256');
  if (!inSandbox(exercise)) {
    addText(hash, 'rules', JSON.stringify([exercise.points, exercise.questions.map(askedAs)]));
    return hash.digest('hex');
  }
  const { mode, engine, points, limits, variants, hiddenTests } = exercise;
  addText(
    hash,
    'rules',
    JSON.stringify([
      mode,
      engine,
      points,
      [limits.seconds, limits.variantSeconds, limits.memoryMiB],
      hiddenTests.map(({ id, weight }) => [id, weight]),
      variants.map((variant) => [
        variant.name,
        variant.kind,
        Object.entries(variant.conf ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
        variant.kind === 'mutant'
          ? [variant.concept, variant.weight, variant.needs ?? null, variant.timeoutIsKill]
          : null,
      ]),
    ]),
  );
  addFiles(hash, 'reference', exercise.reference);
  for (const [name, files] of [...exercise.overlays].sort(([a], [b]) => (a < b ? -1 : 1)))
    addFiles(hash, `variants/${name}`, files);
  return hash.digest('hex');
}

/** Answers name choices by their position, so what stands there decides what was answered. */
const askedAs = ({ id, concept, text, choices }: Question) => [
  id,
  concept,
  text,
  choices.map((choice) => [choice.text, choice.right ?? false]),
];

/**
 * SHA-256 (hex) of what the outcome of one of the exercise's own submissions depends on, the sandbox left out:
 * what influences grades, and its files.
 */
export function submissionDigest(exercise: Exercise, files: readonly SandboxFile[]): string {
  const hash = createHash('sha256');
  addText(hash, 'exercise', exercise.digest);
  addFiles(hash, 'submission', files);
  return hash.digest('hex');
}

/** SHA-256 (hex) of what a page's outputs depend on, the sandbox left out: its blocks and its engine, not its prose. */
export function pageDigest({ engine, blocks }: Pick<Page, 'engine' | 'blocks'>): string {
  const hash = createHash('sha256');
  const ran = blocks.map(({ kind, code, file, expected }) => [kind, code, file ?? null, expected ?? null]);
  addText(hash, 'page', JSON.stringify([engine, ran]));
  return hash.digest('hex');
}

/** SHA-256 (hex) of a template's files. */
export function templateDigest({ files }: Pick<Template, 'files'>): string {
  const hash = createHash('sha256');
  addFiles(hash, 'template', files);
  return hash.digest('hex');
}

function addFiles(hash: Hash, folder: string, files: readonly SandboxFile[]): void {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, content } of sorted) addText(hash, `${folder}/${path}`, content);
}

/** Lengths go in first, so that no two sets of files run together to the same bytes. */
function addText(hash: Hash, name: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  hash.update(`${String(Buffer.byteLength(name))}:${name}${String(bytes.length)}:`).update(bytes);
}
