import { Tabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.css';
import { IconLock } from '@tabler/icons-react';
import type { SandboxExerciseView } from '@lakeproof/contracts';
import { submissionLimits } from '@lakeproof/contracts';
import { useRef } from 'react';
import { CodeEditor, type EditorHandle } from './CodeEditor.js';
import { sizeOf } from './draft.js';
import { FileMenu } from './FileMenu.js';
import { KeptState } from './KeptState.js';
import type { LeftFiles } from './left-files.js';
import { OtherTab } from './OtherTab.js';
import type { Files } from './use-files.js';
import { useWrapping } from './wrapping.js';
import classes from './editor.module.css';

interface EditorPaneProps {
  readonly exercise: SandboxExerciseView;
  readonly files: Files;
  readonly open: string;
  readonly onOpen: (path: string) => void;
  readonly left: LeftFiles;
}

const shortName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The learner's files and, read-only, the code under test. */
export function EditorPane({ exercise, files, open, onOpen, left }: EditorPaneProps) {
  const editor = useRef<EditorHandle>(null);
  const wrapping = useWrapping();
  const visible = exercise.visibleFiles;
  const own = files.files.map((file) => ({ ...file, readOnly: false }));
  const all = [...own, ...visible.map((file) => ({ ...file, readOnly: true }))];
  const active = all.find(({ path }) => path === open) ?? all[0];
  const size = sizeOf(files.files);
  if (!active) return <p className={classes.empty}>This exercise has no files.</p>;
  return (
    <Tabs
      value={active.path}
      onChange={(path) => {
        if (path !== null) onOpen(path);
      }}
      variant="unstyled"
      keepMounted={false}
      className={classes.pane ?? ''}
    >
      <div className={classes.bar}>
        <Tabs.List aria-label="Files" className={classes.tabs ?? ''}>
          {all.map(({ path, readOnly }) => (
            <Tabs.Tab
              key={path}
              value={path}
              title={readOnly ? `${path}: the code under test, read-only` : path}
              classNames={{ tab: classes.tab ?? '', tabSection: classes.lock ?? '' }}
              leftSection={readOnly && <IconLock size={13} stroke={2} aria-label="Read-only" />}
            >
              {shortName(path)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <FileMenu
          files={files}
          active={active.path}
          visible={visible.map(({ path }) => path)}
          onOpen={onOpen}
          onFind={() => {
            editor.current?.find();
          }}
          wrapping={wrapping}
        />
      </div>
      {/* One panel for all files: the editor keeps each one's history and cursor. */}
      <Tabs.Panel value={active.path} className={classes.panel ?? ''}>
        {active.readOnly && (
          <p className={classes.readOnly}>
            <IconLock size={14} stroke={2} aria-hidden="true" />
            The code under test. You can read it; your tests import it.
          </p>
        )}
        <OtherTab files={files} />
        <CodeEditor file={active} wraps={wrapping.on} left={left} onEdit={files.edit} ref={editor} />
      </Tabs.Panel>
      <div className={classes.status}>
        <span
          data-problem={size.problem !== null || undefined}
          role={size.problem === null ? undefined : 'alert'}
        >
          {size.problem ??
            `${size.files} of ${submissionLimits.files} files · ${(size.bytes / 1024).toFixed(1)} of 256 KiB`}
        </span>
        <KeptState files={files} />
      </div>
    </Tabs>
  );
}
