import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page } from '../ui/Page.js';
import { PageHead } from '../ui/PageHead.js';
import { outlineQuery } from './queries.js';
import classes from './reading.module.css';

/** All articles, each with what it is about. */
export function ArticlesPage() {
  const { articles } = useSuspenseQuery(outlineQuery).data;
  return (
    <Page title="Articles" width="list">
      <PageHead
        title="How Spark works underneath"
        summary="What driver and executors do with your code, each with an example whose output was produced by running it."
      />
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
    </Page>
  );
}
