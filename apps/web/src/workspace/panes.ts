import type { ReactNode } from 'react';

export type PaneId = 'instructions' | 'editor' | 'results';

export interface WorkspaceLayoutProps extends Readonly<Record<PaneId, ReactNode>> {
  /** The one that a narrow screen shows. */
  readonly pane: PaneId;
  readonly onPane: (pane: PaneId) => void;
  /** False until something was run or submitted: then there is little to see beside the editor. */
  readonly hasResults: boolean;
  readonly actions: ReactNode;
}
