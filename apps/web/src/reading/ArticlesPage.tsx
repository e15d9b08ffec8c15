import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { outlineQuery } from '../api/queries.js';
import { SkipLink } from '../shell/SkipLink.js';
import { useTitle } from '../shell/use-title.js';
import { PublicHeader } from './PublicHeader.js';
import classes from './reading.module.css';

/** All articles, each with what it is about. */
export function ArticlesPage() {
  useTitle('Articles');
  const { articles } = useSuspenseQuery(outlineQuery).data;
  return (
    <>
      <SkipLink />
      <PublicHeader />
      <main id="main" tabIndex={-1} className={classes.index}>
        <h1>How Spark works underneath</h1>
        <p className={classes.summary}>
          What driver and executors do with your code, each with an example whose output was produced by
          running it.
        </p>
        {articles.length === 0 ? (
          <p className={classes.empty}>The articles appear here when they are written.</p>
        ) : (
          <ul className={classes.articles}>
            {articles.map(({ slug, title, summary, minutes }) => (
              <li key={slug}>
                <Link to="/articles/$slug" params={{ slug }}>
                  <h2>{title}</h2>
                  <p>{summary}</p>
                  <span>{minutes} min</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  );
}
