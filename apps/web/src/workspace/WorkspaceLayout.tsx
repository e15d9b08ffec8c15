import { useMediaQuery } from '@mantine/hooks';
import { NarrowPanes } from './NarrowPanes.js';
import type { WorkspaceLayoutProps } from './panes.js';
import { WidePanes } from './WidePanes.js';

/** Three columns that can be resized; on a narrow screen one pane at a time, behind tabs. */
export function WorkspaceLayout(props: WorkspaceLayoutProps) {
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return wide ? <WidePanes {...props} /> : <NarrowPanes {...props} />;
}
