import type { SandboxExerciseView, SubmissionFile } from '@lakeproof/contracts';
import { useMemo } from 'react';
import { draftOf, edit, filesOf, isEmpty, noChanges, remove, rename } from './draft.js';
import { useHeldDraft } from './use-held-draft.js';

/** The learner's files of an exercise: starter, draft and own ones in one. Every change is kept at once. */
export function useFiles(
  user: string,
  { slug, starterFiles }: Pick<SandboxExerciseView, 'slug' | 'starterFiles'>,
) {
  const held = useHeldDraft(`lakeproof:draft:${user}:${slug}`);
  const { draft, other } = held;
  const files = useMemo(() => filesOf(starterFiles, draft), [starterFiles, draft]);
  const others = useMemo(() => other && filesOf(starterFiles, other), [starterFiles, other]);

  const change = (next: readonly SubmissionFile[]) => {
    held.change(draftOf(starterFiles, next));
  };

  return {
    files,
    /** The files as another tab has them, when they crossed with the work in this one; null else. */
    others,
    takeOthers: held.takeOther,
    keepMine: held.keepMine,
    /** Whether what is shown was written in another tab. */
    followed: held.followed,
    /** False when the browser refuses to keep drafts. */
    kept: held.kept,
    isChanged: !isEmpty(draft),
    isOwn: (path: string) => !starterFiles.some((file) => file.path === path),
    /** Every change is kept already; this tries once more where the browser refused. */
    save: () => {
      held.change(draft);
    },
    edit: (path: string, content: string) => {
      change(edit(files, path, content));
    },
    add: (path: string) => {
      change([...files, { path, content: '' }]);
    },
    rename: (from: string, to: string) => {
      change(rename(files, from, to));
    },
    remove: (path: string) => {
      change(remove(files, path));
    },
    replace: change,
    reset: () => {
      held.change(noChanges);
    },
  };
}
export type Files = ReturnType<typeof useFiles>;
