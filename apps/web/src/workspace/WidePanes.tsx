import { Splitter } from '@mantine/core';
import '@mantine/core/styles/Splitter.css';
import { useState } from 'react';
import { paneSizes } from './pane-sizes.js';
import type { WorkspaceLayoutProps } from './panes.js';
import classes from './workspace.module.css';

/** Three columns that can be resized. The first results widen theirs; until then the editor has the room. */
export function WidePanes({ instructions, editor, results, actions, hasResults }: WorkspaceLayoutProps) {
  const [sizes, setSizes] = useState({
    withResults: paneSizes.withResults.read(),
    withoutResults: paneSizes.withoutResults.read(),
  });
  const now = hasResults ? 'withResults' : 'withoutResults';
  const [task, code, verdict] = sizes[now];
  return (
    <Splitter
      className={classes.columns ?? ''}
      lineSize={1}
      handleColor="var(--lp-line)"
      withHandle={false}
      sizes={[task, code, verdict]}
      onSizeChange={(next) => {
        const [first = task, second = code, third = verdict] = next.map(Number);
        setSizes({ ...sizes, [now]: [first, second, third] });
        paneSizes[now].keep([first, second, third]);
      }}
    >
      <Splitter.Pane defaultSize={task} min={16}>
        <section className={classes.scroll} aria-label="Task" tabIndex={0}>
          {instructions}
        </section>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={code} min={20}>
        <section className={classes.withBar} aria-label="Editor">
          {editor}
          {actions}
        </section>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={verdict} min={16}>
        <section className={classes.scroll} aria-label="Results" tabIndex={0}>
          {results}
        </section>
      </Splitter.Pane>
    </Splitter>
  );
}
