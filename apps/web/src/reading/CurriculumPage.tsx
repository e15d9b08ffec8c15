import type { OutlineDay } from '@lakeproof/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page } from '../ui/Page.js';
import { PageHead } from '../ui/PageHead.js';
import { hours, minutesOf } from './minutes.js';
import { outlineQuery } from './queries.js';
import classes from './reading.module.css';

/** What is taught on which day, for everybody. */
export function CurriculumPage() {
  const { days, workshop, articles } = useSuspenseQuery(outlineQuery).data;
  return (
    <Page title="Curriculum" width="list">
      <PageHead
        title="The four days"
        summary={`Taught by ${workshop.trainer}. Every exercise is graded in seconds on real PySpark.`}
      />
      <ol className={classes.curriculum}>
        {days.map((day, index) => (
          <li key={day.slug} id={day.slug}>
            <div>
              <p className={classes.number}>Day {index + 1}</p>
              <h2>{day.title}</h2>
              {minutesOf(day) > 0 && <p className={classes.quiet}>{hours(minutesOf(day))} of work</p>}
            </div>
            <DayContent day={day} />
          </li>
        ))}
      </ol>
      {articles.length > 0 && (
        <p>
          How Spark works underneath: <Link to="/articles">read the articles</Link>.
        </p>
      )}
    </Page>
  );
}

function DayContent({ day: { lessons, exercises } }: { readonly day: OutlineDay }) {
  if (lessons.length + exercises.length === 0)
    return <p className={classes.empty}>The content of this day is being prepared.</p>;
  return (
    <div className={classes.content}>
      <Titles heading="Lessons" list={lessons} />
      <Titles heading="Exercises" list={exercises} />
    </div>
  );
}

function Titles({
  heading,
  list,
}: {
  readonly heading: string;
  readonly list: readonly { readonly slug: string; readonly title: string; readonly minutes: number }[];
}) {
  if (list.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ul>
        {list.map(({ slug, title, minutes }) => (
          <li key={slug}>
            <span>{title}</span>
            <span className={classes.quiet}>{minutes} min</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
