import { answersFile, type QuizView } from '@lakeproof/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { standingChanged } from '../learn/queries.js';
import { useSignedOut } from '../session/signed-out.js';
import { useSending } from '../submission/use-sending.js';
import { Crumbs } from '../ui/Crumbs.js';
import { figure } from '../ui/figures.js';
import { Page } from '../ui/Page.js';
import { PageHead } from '../ui/PageHead.js';
import { Problem } from '../ui/Problem.js';
import { Prose } from '../ui/Prose.js';
import { AttemptMenu } from '../submission/AttemptMenu.js';
import { SendingState } from '../submission/SendingState.js';
import { QuestionForm } from './QuestionForm.js';
import { QuizResult } from './QuizResult.js';
import { gradeWords } from './quiz-words.js';
import { useAnswers } from './use-answers.js';
import classes from './quiz.module.css';

const route = getRouteApi('/signed-in/learn/$day/$exercise');

/** A quiz: its questions to answer, or what came of an attempt. */
export function QuizPage({ quiz }: { readonly quiz: QuizView }) {
  const { me, cohort } = route.useRouteContext();
  const { submission } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const onSignedOut = useSignedOut();
  const answers = useAnswers(me.id, quiz);
  // A draft that is begun is gone on with; else the last attempt is what people come back for.
  const [answering, setAnswering] = useState(answers.isBegun || quiz.submissions.length === 0);
  const shown = answering ? undefined : (submission ?? quiz.submissions[0]?.id);

  const show = (id: string) => {
    setAnswering(false);
    void navigate({ search: { submission: id } });
  };
  const { sending, problem, send, giveUp } = useSending({
    user: me.id,
    exercise: quiz.slug,
    cohort: cohort?.id,
    onAccepted: ({ id }) => {
      answers.clear();
      standingChanged(client, quiz.slug);
      show(id);
    },
    // Answers are graded at once.
    onUnderWay: () => undefined,
    onSignedOut,
  });

  return (
    <Page title={quiz.title} width="text" here={<Crumbs day={quiz.day} title={quiz.title} />}>
      <PageHead
        title={quiz.title}
        actions={<AttemptMenu submissions={quiz.submissions} shown={shown} onSelect={show} />}
      >
        <p className={classes.facts}>
          {quiz.questionCount} questions · {quiz.minutes} min · {figure(quiz.points)} points ·{' '}
          {gradeWords(quiz.standing.bestScore)}
        </p>
      </PageHead>
      {problem !== null && <Problem>{problem.sentence}</Problem>}
      {sending ? (
        <SendingState sending={sending} onGiveUp={giveUp} />
      ) : shown === undefined ? (
        <>
          <Prose html={quiz.instructionsHtml} />
          <QuestionForm
            questions={quiz.questions}
            answers={answers}
            onSubmit={() => {
              send('submit', [{ path: answersFile, content: JSON.stringify(answers.chosen) }]);
            }}
          />
        </>
      ) : (
        <QuizResult
          key={shown}
          id={shown}
          grade={quiz.standing.bestScore}
          onTryAgain={() => {
            setAnswering(true);
          }}
        />
      )}
    </Page>
  );
}
