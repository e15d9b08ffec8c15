import { IconArrowRight } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { outlineQuery } from '../reading/queries.js';
import { figure } from '../ui/figures.js';
import { LinkButton } from '../ui/LinkButton.js';
import { Page } from '../ui/Page.js';
import { PageHead } from '../ui/PageHead.js';
import { DaySection } from './DaySection.js';
import { curriculumQuery, templatesQuery } from './queries.js';
import { nextOf, pointsOf } from './standing-words.js';
import { TakeHome } from './TakeHome.js';
import classes from './learn.module.css';

const route = getRouteApi('/signed-in/learn');

/** The days of the workshop, their exercises, and how far one is. */
export function LearnPage() {
  const { me, cohort } = route.useRouteContext();
  const { data } = useSuspenseQuery(curriculumQuery(cohort?.id));
  const { data: outline } = useSuspenseQuery(outlineQuery);
  const { data: templates } = useSuspenseQuery(templatesQuery);
  const { reached, all } = pointsOf(data.days.flatMap(({ exercises }) => exercises));
  const next = nextOf(data.days);
  const { name } = cohort ?? me.enrolments[0]?.cohort ?? {};
  return (
    <Page title="Your four days" width="wide">
      <PageHead
        above={`${name === undefined ? '' : `${name} · `}with ${data.workshop.trainer}`}
        title="Your four days"
        actions={
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
        }
      />
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
    </Page>
  );
}
