import type { LessonView } from '@lakeproof/contracts';
import { IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Page } from '../ui/Page.js';
import { PageHead } from '../ui/PageHead.js';
import { ReadingText } from './ReadingText.js';
import { TableOfContents } from './TableOfContents.js';
import classes from './reading.module.css';

/** A page to read: its frame, its text beside its table of contents, and where to go on. */
export function ReadingLayout({
  title,
  summary,
  minutes,
  concepts = [],
  html,
  toc,
  above,
  aside,
  children,
}: {
  readonly title: string;
  readonly summary?: string;
  readonly minutes?: number;
  readonly concepts?: readonly string[];
  readonly html: string;
  readonly toc: LessonView['toc'];
  readonly above: ReactNode;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <Page title={title} width="wide">
      <div className={classes.page}>
        <div className={classes.head}>
          <PageHead above={above} title={title} summary={summary}>
            <ul className={classes.facts} aria-label="About this page">
              {minutes !== undefined && (
                <li>
                  <IconClock size={15} aria-hidden="true" /> {minutes} min
                </li>
              )}
              {concepts.map((concept) => (
                <li key={concept} className={classes.concept}>
                  {concept.replaceAll('-', ' ')}
                </li>
              ))}
            </ul>
          </PageHead>
        </div>
        <aside className={classes.aside}>
          <TableOfContents toc={toc} />
          {aside}
        </aside>
        <div className={classes.body}>
          <ReadingText html={html} />
          {children}
        </div>
      </div>
    </Page>
  );
}
