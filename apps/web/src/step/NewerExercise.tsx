import type { ExerciseView } from '@lakeproof/contracts';
import { Crumbs } from '../ui/Crumbs.js';
import { Newer } from '../ui/Newer.js';
import { Page } from '../ui/Page.js';
import { PageHead } from '../ui/PageHead.js';
import { Prose } from '../ui/Prose.js';

/** An exercise of a mode that came after this page was opened: its task can be read. */
export function NewerExercise({
  exercise: { title, day, instructionsHtml },
}: {
  readonly exercise: Pick<ExerciseView, 'title' | 'day' | 'instructionsHtml'>;
}) {
  return (
    <Page title={title} width="text" here={<Crumbs day={day} title={title} />}>
      <PageHead title={title} />
      <Newer what="This kind of exercise" />
      <Prose html={instructionsHtml} />
    </Page>
  );
}
