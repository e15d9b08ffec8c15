import { IconArrowRight } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { curriculumQuery, outlineQuery, templatesQuery } from '../api/queries.js';
import { AccountMenu } from '../shell/AccountMenu.js';
import { Header } from '../shell/Header.js';
import { LinkButton } from '../shell/LinkButton.js';
import { SkipLink } from '../shell/SkipLink.js';
import { useTitle } from '../shell/use-title.js';
import { figure } from '../verdict/verdict-words.js';
import { DaySection } from './DaySection.js';
import { TakeHome } from './TakeHome.js';
import { nextOf, pointsOf } from './standing-words.js';
import classes from './learn.module.css';

const route = getRouteApi('/signed-in/learn');

/** The days of the workshop, their exercises, and how far one is. */
export function LearnPage() {
  useTitle('Your four days');
  const { me } = route.useRouteContext();
  const { data } = useSuspenseQuery(curriculumQuery);
  const { data: outline } = useSuspenseQuery(outlineQuery);
  const { data: templates } = useSuspenseQuery(templatesQuery);
  const { reached, all } = pointsOf(data.days.flatMap(({ exercises }) => exercises));
  const next = nextOf(data.days);
  const cohort = me.enrolments[0]?.cohort.name;
  return (
    <>
      <SkipLink />
      <Header home="/learn" actions={<AccountMenu me={me} />} />
      <main id="main" tabIndex={-1} className={classes.page}>
        <div className={classes.top}>
          <div>
            <p className={classes.cohort}>
              {cohort !== undefined && `${cohort} · `}with {data.workshop.trainer}
            </p>
            <h1>Your four days</h1>
          </div>
          <div className={classes.goOn}>
            {all > 0 && (
              <p className={classes.points}>
                <strong>{figure(reached)}</strong> of {figure(all)} points
              </p>
            )}
            {next && (
              <LinkButton
                to="/learn/$day/$exercise"
                params={{ day: next.day, exercise: next.exercise.slug }}
                size="md"
                rightSection={<IconArrowRight size={18} aria-hidden="true" />}
              >
                {next.exercise.standing.attempts === 0 ? 'Start' : 'Go on with'} {next.exercise.title}
              </LinkButton>
            )}
          </div>
        </div>
        <ol className={classes.days}>
          {data.days.map((day, index) => (
            <DaySection
              key={day.slug}
              day={day}
              pages={outline.days.find(({ slug }) => slug === day.slug)}
              number={index + 1}
            />
          ))}
        </ol>
        <TakeHome templates={templates} reference={outline.reference} />
      </main>
    </>
  );
}
