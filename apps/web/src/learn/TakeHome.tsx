import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Outline, TemplateSummary } from '@lakeproof/contracts';
import { Link } from '@tanstack/react-router';
import classes from './learn.module.css';

const kilobytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en')} kB`;

/** What stays when the days are over: projects to download, pages to look things up in. */
export function TakeHome({
  templates,
  reference,
}: {
  readonly templates: readonly TemplateSummary[];
  readonly reference: Outline['reference'];
}) {
  if (templates.length + reference.length === 0) return null;
  return (
    <section className={classes.takeHome} aria-labelledby="take-home">
      <h2 id="take-home">To take home</h2>
      <ul className={classes.cards}>
        {templates.map(({ slug, title, summary, files, bytes }) => (
          <li key={slug}>
            <h3>{title}</h3>
            <p>{summary}</p>
            <Button
              component="a"
              href={`/api/templates/${slug}/archive`}
              download={`${slug}.zip`}
              variant="default"
              leftSection={<IconDownload size={17} aria-hidden="true" />}
              aria-label={`Download ${slug}.zip`}
            >
              {slug}.zip
            </Button>
            <span>
              {files} files, {kilobytes(bytes)}
            </span>
          </li>
        ))}
        {reference.map(({ slug, title, summary }) => (
          <li key={slug}>
            <h3>
              <Link to="/reference/$slug" params={{ slug }}>
                {title}
              </Link>
            </h3>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
