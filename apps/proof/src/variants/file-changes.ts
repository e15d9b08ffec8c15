import type { SandboxFile, Variant } from '@lakeproof/contracts';
import type { SandboxExercise } from '@lakeproof/curriculum';
import { diffLines } from 'diff';

type Content = SandboxFile['content'];
export type Files = ReadonlyMap<string, Content>;

/** A file that two versions don't have alike; undefined where one hasn't it at all. */
export interface FileChange {
  readonly path: string;
  readonly before: Content | undefined;
  readonly after: Content | undefined;
}

export interface LineCount {
  readonly added: number;
  readonly removed: number;
}

/** What variants lie over: the code under test; in mode `code` what the learner starts from, with the hidden tests. */
export const baseFiles = ({ mode, starterFiles, reference }: SandboxExercise): Files =>
  byPath(mode === 'code' ? [...starterFiles, ...reference] : reference);

/** All files of a version, as a sandbox has them. */
export const filesOf = (exercise: SandboxExercise, { name }: Variant): Files =>
  new Map([...baseFiles(exercise), ...byPath(exercise.overlays.get(name) ?? [])]);

const byPath = (files: readonly SandboxFile[]): Files =>
  new Map(files.map(({ path, content }) => [path, content]));

/** In the order of paths. */
export function changesBetween(before: Files, after: Files): FileChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .map((path) => ({ path, before: before.get(path), after: after.get(path) }))
    .filter(
      (change) =>
        change.before === undefined ||
        change.after === undefined ||
        Buffer.compare(Buffer.from(change.before), Buffer.from(change.after)) !== 0,
    );
}

/** A changed line counts as one that is removed and one that is added. Files that are no text have no lines. */
export function countLines(changes: readonly FileChange[]): LineCount {
  const parts = changes.flatMap(({ before, after }) => diffLines(textOf(before) ?? '', textOf(after) ?? ''));
  const total = (some: typeof parts) => some.reduce((sum, { count }) => sum + count, 0);
  return {
    added: total(parts.filter(({ added }) => added)),
    removed: total(parts.filter(({ removed }) => removed)),
  };
}

/** Undefined when it is no text; a file that isn't there is an empty one. */
export function textOf(content: Content | undefined): string | undefined {
  if (content === undefined || typeof content === 'string') return content ?? '';
  return Buffer.from(content).includes(0) ? undefined : Buffer.from(content).toString('utf8');
}
