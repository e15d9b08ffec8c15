import { type ReactNode, use, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { HereSlot } from './here-slot.js';
import classes from './page.module.css';

interface PageProps {
  /** In the browser's tab; the start page alone has none. */
  readonly title?: string;
  /** Of its column: for text, for lists, for several columns. `full` leaves all of the screen to the page. */
  readonly width: 'text' | 'list' | 'wide' | 'full';
  /** It never scrolls as a whole. */
  readonly fillsScreen?: boolean;
  /** Where one is: stands in the header, in place of the navigation. */
  readonly here?: ReactNode;
  readonly children: ReactNode;
}

/** What a layout's header stands above. Every page is one: the skip link leads to it. */
export function Page({ title, width, fillsScreen = false, here, children }: PageProps) {
  const slot = use(HereSlot);
  useEffect(() => {
    document.title = title === undefined ? 'Lakeproof' : `${title} · Lakeproof`;
  }, [title]);
  return (
    <>
      {here !== undefined && slot && createPortal(here, slot)}
      <main
        id="main"
        tabIndex={-1}
        className={classes.page}
        data-width={width}
        data-fills-screen={fillsScreen || undefined}
      >
        {children}
      </main>
    </>
  );
}
