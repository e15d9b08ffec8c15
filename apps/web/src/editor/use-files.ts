import type { SandboxExerciseView, SubmissionFile } from '@lakeproof/contracts';
import { useMemo, useState } from 'react';
import { stored } from '../ui/stored.js';
import {
  type Draft,
  draftOf,
  draftSchema,
  edit,
  filesOf,
  isEmpty,
  noChanges,
  remove,
  rename,
} from './draft.js';

/** The learner's files of an exercise: starter, draft and own ones in one. Every change is kept at once. */
export function useFiles(
  user: string,
  { slug, starterFiles }: Pick<SandboxExerciseView, 'slug' | 'starterFiles'>,
) {
  const place = stored(`lakeproof:draft:${user}:${slug}`, draftSchema);
  const [draft, setDraft] = useState(() => place.read() ?? noChanges);
  const [kept, setKept] = useState(true);
  const files = useMemo(() => filesOf(starterFiles, draft), [starterFiles, draft]);

  const take = (next: Draft) => {
    setDraft(next);
    setKept(isEmpty(next) ? place.forget() : place.keep(next));
  };
  const change = (next: readonly SubmissionFile[]) => {
    take(draftOf(starterFiles, next));
  };

  return {
    files,
    /** False when the browser refuses to keep drafts. */
    kept,
    isChanged: !isEmpty(draft),
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
    replace: change,
    reset: () => {
      take(noChanges);
    },
  };
}
export type Files = ReturnType<typeof useFiles>;
