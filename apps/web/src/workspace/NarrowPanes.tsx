import { Tabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.css';
import type { PaneId, WorkspaceLayoutProps } from './panes.js';
import classes from './workspace.module.css';

const panes = [
  { id: 'instructions', label: 'Task' },
  { id: 'editor', label: 'Editor' },
  { id: 'results', label: 'Results' },
] as const;

const isPane = (id: string | null): id is PaneId => panes.some((pane) => pane.id === id);

/** One pane at a time, behind tabs. Those that aren't seen go on: the editor keeps its history, the results come in. */
export function NarrowPanes({ pane, onPane, actions, ...content }: WorkspaceLayoutProps) {
  return (
    <Tabs
      value={pane}
      onChange={(id) => {
        if (isPane(id)) onPane(id);
      }}
      keepMountedMode="display-none"
      className={classes.narrow ?? ''}
    >
      <Tabs.List grow aria-label="Parts of the exercise" className={classes.paneTabs ?? ''}>
        {panes.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panes.map(({ id }) => (
        <Tabs.Panel
          key={id}
          value={id}
          tabIndex={id === 'editor' ? -1 : 0}
          className={(id === 'editor' ? classes.narrowEditor : classes.scroll) ?? ''}
        >
          {content[id]}
        </Tabs.Panel>
      ))}
      {actions}
    </Tabs>
  );
}
