import type { SandboxExerciseView, SubmissionFile, SubmissionKind } from '@lakeproof/contracts';
import { VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EditorPane } from '../editor/EditorPane.js';
import type { LeftFiles } from '../editor/left-files.js';
import { useFiles } from '../editor/use-files.js';
import { standingChanged } from '../learn/queries.js';
import { useSignedOut } from '../session/signed-out.js';
import { useSending } from '../submission/use-sending.js';
import { Crumbs } from '../ui/Crumbs.js';
import { Page } from '../ui/Page.js';
import { InstructionsPane } from './InstructionsPane.js';
import { ResultsPane } from './ResultsPane.js';
import { SendBar } from './SendBar.js';
import { useShortcuts } from './use-shortcuts.js';
import type { PaneId } from './panes.js';
import { WorkspaceLayout } from './WorkspaceLayout.js';

const route = getRouteApi('/signed-in/learn/$day/$exercise');

/** An exercise that is graded in a sandbox: read, write tests, run or submit, see what they catch. */
export function WorkspacePage({ exercise }: { readonly exercise: SandboxExerciseView }) {
  const { slug } = exercise;
  const { me, cohort } = route.useRouteContext();
  const { submission } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const onSignedOut = useSignedOut();
  const files = useFiles(me.id, exercise);
  const [open, setOpen] = useState('');
  const [left] = useState<LeftFiles>(() => new Map());
  const [pane, setPane] = useState<PaneId>(submission === undefined ? 'instructions' : 'results');

  const show = (id: string) => {
    setPane('results');
    void navigate({ search: { submission: id } });
  };
  const { sending, problem, send, giveUp } = useSending({
    user: me.id,
    exercise: slug,
    cohort: cohort?.id,
    onAccepted: ({ id }) => {
      standingChanged(client, slug);
      show(id);
    },
    onUnderWay: show,
    onSignedOut,
  });
  const ask = (kind: SubmissionKind) => {
    setPane('results');
    send(kind, files.files);
  };
  useShortcuts(ask);

  return (
    <Page
      title={exercise.title}
      width="full"
      fillsScreen
      here={<Crumbs day={exercise.day} title={exercise.title} />}
    >
      {/* The visible title is in a pane that a phone hides. */}
      <VisuallyHidden>
        <h1>{exercise.title}</h1>
      </VisuallyHidden>
      <WorkspaceLayout
        pane={pane}
        onPane={setPane}
        hasResults={
          sending !== null || problem !== null || submission !== undefined || exercise.submissions.length > 0
        }
        instructions={<InstructionsPane exercise={exercise} />}
        editor={<EditorPane exercise={exercise} files={files} open={open} onOpen={setOpen} left={left} />}
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
    </Page>
  );
}
