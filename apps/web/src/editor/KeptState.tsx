import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Files } from './use-files.js';
import { useSaveKey } from './use-save-key.js';

const timeOf = (date: Date) => date.toLocaleTimeString('en-GB');

/** Where the learner's work is. Ctrl+S, which nobody needs here, says so with the time. */
export function KeptState({ files }: { readonly files: Files }) {
  const [saved, setSaved] = useState<{ readonly files: Files['files']; readonly at: Date } | null>(null);
  useSaveKey(() => {
    files.save();
    setSaved({ files: files.files, at: new Date() });
  });
  const at = saved?.files === files.files ? saved.at : null;
  const words = wordsOf(files, at);
  return (
    <>
      <span data-saved={(at !== null && files.kept) || undefined}>{words}</span>
      {/* Only what was asked for and what another tab did: not each change of the words while somebody types. */}
      <VisuallyHidden role="status">{at !== null || files.followed ? words : ''}</VisuallyHidden>
    </>
  );
}

function wordsOf({ kept, others, followed, isChanged }: Files, at: Date | null): string {
  if (!kept) return 'This browser keeps no drafts: do not reload';
  const when = at === null ? '' : `, ${timeOf(at)}`;
  if (others !== null) return `Kept in this browser beside the other tab’s version${when}`;
  if (followed) return `Changed in another tab, kept in this browser${when}`;
  return isChanged ? `Kept in this browser${when}` : `As in the starter${when}`;
}
