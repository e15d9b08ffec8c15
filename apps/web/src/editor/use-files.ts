import type { SandboxExerciseView, SubmissionFile } from '@lakeproof/contracts';
import { useMemo, useState } from 'react';
import { draftOf, edit, filesOf, noChanges, remove, rename } from './draft.js';
import { loadDraft, saveDraft } from './draft-storage.js';

/** The learner's files of an exercise: starter, draft and own ones in one. Every change is kept at once. */
export function useFiles(
  user: string,
  { slug, starterFiles }: Pick<SandboxExerciseView, 'slug' | 'starterFiles'>,
) {
  const [draft, setDraft] = useState(() => loadDraft(user, slug));
  const [kept, setKept] = useState(true);
  const files = useMemo(() => filesOf(starterFiles, draft), [starterFiles, draft]);

  const change = (next: readonly SubmissionFile[]) => {
    const changed = draftOf(starterFiles, next);
    setDraft(changed);
    setKept(saveDraft(user, slug, changed));
  };

  return {
    files,
    /** False when the browser refuses to keep drafts. */
    kept,
    isChanged: draft.changed.length + draft.own.length > 0,
    isOwn: (path: string) => !starterFiles.some((file) => file.path === path),
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
    replace: (next: readonly SubmissionFile[]) => {
      change(next);
    },
    reset: () => {
      setDraft(noChanges);
      setKept(saveDraft(user, slug, noChanges));
    },
  };
}
export type Files = ReturnType<typeof useFiles>;
