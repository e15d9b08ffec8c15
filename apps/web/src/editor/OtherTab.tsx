import { Button, Group } from '@mantine/core';
import { Problem } from '../ui/Problem.js';
import { differing } from './draft.js';
import type { Files } from './use-files.js';
import classes from './editor.module.css';

/** Asks which version holds, when this tab and another one changed the same exercise without knowing of each other. */
export function OtherTab({ files }: { readonly files: Files }) {
  if (files.others === null) return null;
  return (
    <div className={classes.otherTab}>
      <Problem>
        <span>
          Also changed in another tab: {differing(files.files, files.others).join(', ')}. Both versions are
          kept until you choose; this is yours.
        </span>
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={files.takeOthers}>
            Show that version
          </Button>
          <Button variant="default" size="compact-sm" onClick={files.keepMine}>
            Keep mine
          </Button>
        </Group>
      </Problem>
    </div>
  );
}
