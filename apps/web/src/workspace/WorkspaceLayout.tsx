import { Splitter } from '@mantine/core';
import '@mantine/core/styles/Splitter.css';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { TabList } from '../shell/TabList.js';
import { loadSizes, saveSizes } from './pane-sizes.js';
import classes from './workspace.module.css';

const panes = [
  { id: 'instructions', label: 'Task' },
  { id: 'editor', label: 'Editor' },
  { id: 'results', label: 'Results' },
] as const;
export type PaneId = (typeof panes)[number]['id'];

const isPane = (id: string): id is PaneId => panes.some((pane) => pane.id === id);

interface WorkspaceLayoutProps extends Readonly<Record<PaneId, ReactNode>> {
  readonly pane: PaneId;
  readonly onPane: (pane: PaneId) => void;
  readonly actions: ReactNode;
}

/** Three columns that can be resized; on a narrow screen one pane at a time, behind tabs. */
export function WorkspaceLayout({ pane, onPane, actions, ...content }: WorkspaceLayoutProps) {
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [[task, code, verdict]] = useState(loadSizes);
  if (wide)
    return (
      <Splitter
        className={classes.columns ?? ''}
        lineSize={1}
        handleColor="var(--lp-line)"
        withHandle={false}
        onResizeEnd={(_handle, sizes) => {
          saveSizes(sizes);
        }}
      >
        <Splitter.Pane defaultSize={task} min={16}>
          <section className={classes.scroll} aria-label="Task" tabIndex={0}>
            {content.instructions}
          </section>
        </Splitter.Pane>
        <Splitter.Pane defaultSize={code} min={20}>
          <section className={classes.withBar} aria-label="Editor">
            {content.editor}
            {actions}
          </section>
        </Splitter.Pane>
        <Splitter.Pane defaultSize={verdict} min={20}>
          <section className={classes.scroll} aria-label="Results" tabIndex={0}>
            {content.results}
          </section>
        </Splitter.Pane>
      </Splitter>
    );
  return (
    <div className={classes.narrow}>
      <TabList
        name="pane"
        label="Parts of the exercise"
        className={classes.paneTabs}
        tabClassName={classes.paneTab}
        tabs={panes}
        active={pane}
        onChange={(id) => {
          if (isPane(id)) onPane(id);
        }}
      />
      {panes.map(({ id }) => (
        <div
          key={id}
          role="tabpanel"
          id={`pane-panel-${id}`}
          aria-labelledby={`pane-tab-${id}`}
          tabIndex={id === 'editor' ? -1 : 0}
          hidden={id !== pane}
          className={id === 'editor' ? classes.narrowEditor : classes.scroll}
        >
          {content[id]}
        </div>
      ))}
      {actions}
    </div>
  );
}
