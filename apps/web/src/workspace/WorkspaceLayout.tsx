import { Splitter } from '@mantine/core';
import '@mantine/core/styles/Splitter.css';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { defaultSizes, paneSizes } from './pane-sizes.js';
import { NarrowPanes } from './NarrowPanes.js';
import type { WorkspaceLayoutProps } from './panes.js';
import classes from './workspace.module.css';

/** Three columns that can be resized; on a narrow screen one pane at a time, behind tabs. */
export function WorkspaceLayout(props: WorkspaceLayoutProps) {
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [[task, code, verdict]] = useState(() => paneSizes.read() ?? defaultSizes);
  if (!wide) return <NarrowPanes {...props} />;
  return (
    <Splitter
      className={classes.columns ?? ''}
      lineSize={1}
      handleColor="var(--lp-line)"
      withHandle={false}
      onResizeEnd={(_handle, sizes) => {
        const [first = task, second = code, third = verdict] = sizes.map(Number);
        paneSizes.keep([first, second, third]);
      }}
    >
      <Splitter.Pane defaultSize={task} min={16}>
        <section className={classes.scroll} aria-label="Task" tabIndex={0}>
          {props.instructions}
        </section>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={code} min={20}>
        <section className={classes.withBar} aria-label="Editor">
          {props.editor}
          {props.actions}
        </section>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={verdict} min={20}>
        <section className={classes.scroll} aria-label="Results" tabIndex={0}>
          {props.results}
        </section>
      </Splitter.Pane>
    </Splitter>
  );
}
