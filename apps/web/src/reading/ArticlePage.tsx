import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { LinkButton } from '../ui/LinkButton.js';
import { articleQuery } from './queries.js';
import { ReadingLayout } from './ReadingLayout.js';
import classes from './reading.module.css';

const route = getRouteApi('/public/articles/$slug');

/** A public article on how Spark works. */
export function ArticlePage() {
  const { slug } = route.useParams();
  const { data: article } = useSuspenseQuery(articleQuery(slug));
  const { lab } = article;
  return (
    <ReadingLayout {...article} above={<Link to="/articles">Articles</Link>}>
      {lab && (
        <section className={classes.lab} aria-labelledby="lab">
          <h2 id="lab">Try it on real executors</h2>
          <p>The lab of this article, for participants of the workshop.</p>
          <LinkButton to="/learn/$day/$exercise" params={{ day: lab.day, exercise: lab.slug }}>
            {lab.title}
          </LinkButton>
        </section>
      )}
    </ReadingLayout>
  );
}
