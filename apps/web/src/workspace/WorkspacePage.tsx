import type { SandboxExerciseView, SubmissionFile, SubmissionKind } from '@lakeproof/contracts';
import { VisuallyHidden } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { exerciseQuery, meQuery } from '../api/queries.js';
import { EditorPane } from '../editor/EditorPane.js';
import { useFiles } from '../editor/use-files.js';
import { QuizPage } from '../quiz/QuizPage.js';
import { AccountMenu } from '../shell/AccountMenu.js';
import { Header } from '../shell/Header.js';
import { SkipLink } from '../shell/SkipLink.js';
import { useTitle } from '../shell/use-title.js';
import { cohortOf } from '../submission/cohort-of.js';
import { useSending } from '../submission/use-sending.js';
import { InstructionsPane } from './InstructionsPane.js';
import { ResultsPane } from './ResultsPane.js';
import { SendBar } from './SendBar.js';
import { useShortcuts } from './use-shortcuts.js';
import { type PaneId, WorkspaceLayout } from './WorkspaceLayout.js';
import classes from './workspace.module.css';

const route = getRouteApi('/signed-in/learn/$day/$exercise');

/** An exercise: read, write tests, run or submit, see what they catch. */
export function WorkspacePage() {
  const { exercise: slug } = route.useParams();
  const { data: exercise } = useSuspenseQuery(exerciseQuery(slug));
  // Files, drafts and what is being sent belong to one exercise: another one starts afresh.
  return exercise.mode === 'quiz' ? (
    <QuizPage key={slug} quiz={exercise} />
  ) : (
    <Workspace key={slug} exercise={exercise} />
  );
}

function Workspace({ exercise }: { readonly exercise: SandboxExerciseView }) {
  const { slug } = exercise;
  const { me } = route.useRouteContext();
  const { submission } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const files = useFiles(me.id, exercise);
  const [open, setOpen] = useState('');
  const [pane, setPane] = useState<PaneId>('instructions');
  useTitle(exercise.title);

  const show = (id: string) => {
    setPane('results');
    void navigate({ search: { submission: id } });
  };
  const { sending, problem, send, giveUp } = useSending({
    user: me.id,
    exercise: slug,
    cohort: cohortOf(me),
    onAccepted: ({ id }) => {
      void client.invalidateQueries({ queryKey: exerciseQuery(slug).queryKey });
      show(id);
    },
    onUnderWay: show,
    onSignedOut: () => {
      client.removeQueries({ queryKey: meQuery.queryKey });
      void navigate({ to: '/login', search: { next: window.location.pathname } });
    },
  });
  const ask = (kind: SubmissionKind) => {
    setPane('results');
    send(kind, files.files);
  };
  useShortcuts(ask);

  return (
    <div className={classes.page} data-fills-screen>
      <SkipLink />
      <Header home="/learn" actions={<AccountMenu me={me} />}>
        <nav aria-label="Where you are" className={classes.crumbs}>
          <Link to="/learn" hash={exercise.day.slug}>
            {exercise.day.title}
          </Link>
          <span aria-hidden="true">/</span>
          <span aria-current="page">{exercise.title}</span>
        </nav>
      </Header>
      <main id="main" tabIndex={-1} className={classes.main}>
        {/* The visible title is in a pane that a phone hides. */}
        <VisuallyHidden>
          <h1>{exercise.title}</h1>
        </VisuallyHidden>
        <WorkspaceLayout
          pane={pane}
          onPane={setPane}
          instructions={<InstructionsPane exercise={exercise} />}
          editor={<EditorPane exercise={exercise} files={files} open={open} onOpen={setOpen} />}
          results={
            <ResultsPane
              exercise={exercise}
              selected={submission}
              sending={sending}
              problem={problem}
              onSelect={show}
              onGiveUp={giveUp}
              onSubmitAgain={() => {
                ask('submit');
              }}
              onRestore={(restored: readonly SubmissionFile[]) => {
                files.replace(restored);
                setOpen('');
                setPane('editor');
              }}
            />
          }
          actions={<SendBar sending={sending} onAsk={ask} />}
        />
      </main>
    </div>
  );
}
