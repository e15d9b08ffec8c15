import type { LessonView } from '@lakeproof/contracts';
import { useMediaQuery } from '@mantine/hooks';
import classes from './reading.module.css';

/** The headings of a page as links; folded on a narrow screen. */
export function TableOfContents({ toc }: { readonly toc: LessonView['toc'] }) {
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  if (toc.length < 2) return null;
  return (
    <nav aria-label="On this page" className={classes.toc}>
      <details open={wide}>
        <summary>On this page</summary>
        <ol>
          {toc.map(({ id, text, level }) => (
            <li key={id} data-level={level}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
