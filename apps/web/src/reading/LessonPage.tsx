import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { placeOf } from './day-steps.js';
import { DayProgress } from './DayProgress.js';
import { PreviousNext } from './PreviousNext.js';
import { lessonQuery } from './queries.js';
import { ReadingLayout } from './ReadingLayout.js';

const route = getRouteApi('/signed-in/learn/$day/$exercise');

/** A lesson, or a day's page on what to take to work. */
export function LessonPage() {
  const { day: daySlug, exercise: slug } = route.useParams();
  const { data: lesson } = useSuspenseQuery(lessonQuery(daySlug, slug));
  const { day, steps } = lesson;
  const { place, previous, next } = placeOf(steps, slug);
  return (
    <ReadingLayout
      title={lesson.title}
      minutes={lesson.minutes}
      concepts={lesson.concepts}
      html={lesson.html}
      toc={lesson.toc}
      above={
        <Link to="/learn" hash={day.slug}>
          {day.title}
        </Link>
      }
      aside={<DayProgress day={day.slug} steps={steps} place={place} />}
    >
      <PreviousNext day={day.slug} previous={previous} next={next} />
    </ReadingLayout>
  );
}
