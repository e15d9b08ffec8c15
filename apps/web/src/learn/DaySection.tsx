import type { CurriculumView, OutlineDay } from '@lakeproof/contracts';
import { Problem } from '../ui/Problem.js';
import { Prose } from '../ui/Prose.js';
import { figure } from '../ui/figures.js';
import { ExerciseRow } from './ExerciseRow.js';
import { LessonRow } from './LessonRow.js';
import { pointsOf } from './standing-words.js';
import classes from './learn.module.css';

/** One day: what it is about, its lessons, its exercises and one's points. */
export function DaySection({
  day,
  pages,
  number,
}: {
  readonly day: CurriculumView['days'][number];
  /** What there is to read on it. */
  readonly pages: Pick<OutlineDay, 'lessons' | 'monday'> | undefined;
  readonly number: number;
}) {
  const { reached, all } = pointsOf(day.exercises);
  return (
    <li id={day.slug} className={classes.day} data-empty={day.exercises.length === 0 || undefined}>
      <div className={classes.name}>
        <p className={classes.number}>Day {number}</p>
        <h2>{day.title}</h2>
        {all > 0 && (
          <p className={classes.dayPoints}>
            {figure(reached)} of {figure(all)} points
          </p>
        )}
      </div>
      {day.introHtml && (
        <div className={classes.about}>
          <Prose html={day.introHtml} />
        </div>
      )}
      <div className={classes.work}>
        {pages && pages.lessons.length > 0 && (
          <ul className={classes.lessons} aria-label={`Lessons of day ${number}`}>
            {pages.lessons.map((lesson) => (
              <LessonRow key={lesson.slug} lesson={lesson} day={day.slug} />
            ))}
          </ul>
        )}
        {day.exercises.length === 0 ? (
          <p className={classes.empty}>The exercises of this day appear here when it opens.</p>
        ) : (
          <ul className={classes.exercises}>
            {day.exercises.map((exercise) => (
              <ExerciseRow key={exercise.slug} exercise={exercise} day={day.slug} />
            ))}
          </ul>
        )}
        {pages?.monday && (
          <ul className={classes.lessons} aria-label={`To take to work from day ${number}`}>
            <LessonRow lesson={pages.monday} day={day.slug} monday />
          </ul>
        )}
        {day.unavailable.map(({ slug, problem }) => (
          <Problem key={slug} role="note">
            <span>
              <strong>{slug}</strong> can’t be opened: {problem}
            </span>
          </Problem>
        ))}
      </div>
    </li>
  );
}
