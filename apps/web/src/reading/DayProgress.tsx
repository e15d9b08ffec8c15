import type { DayStep } from '@lakeproof/contracts';
import { Link } from '@tanstack/react-router';
import classes from './reading.module.css';

/** The steps of the day as links, this one marked. */
export function DayProgress({
  day,
  steps,
  place,
}: {
  readonly day: string;
  readonly steps: readonly DayStep[];
  readonly place: number;
}) {
  return (
    <nav aria-label="This day" className={classes.day}>
      <p>
        Step {place} of {steps.length}
      </p>
      <ol>
        {steps.map(({ slug, title, kind }, index) => (
          <li key={slug} data-kind={kind} data-behind={index + 1 < place || undefined}>
            <Link
              to="/learn/$day/$exercise"
              params={{ day, exercise: slug }}
              aria-current={index + 1 === place ? 'page' : undefined}
            >
              {title}
              {kind === 'exercise' && <span> Exercise</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
