import { answersFile, type QuizView } from '@lakeproof/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { curriculumQuery, exerciseQuery, meQuery } from '../api/queries.js';
import { AccountMenu } from '../shell/AccountMenu.js';
import { Header } from '../shell/Header.js';
import { Prose } from '../shell/Prose.js';
import { SkipLink } from '../shell/SkipLink.js';
import { useTitle } from '../shell/use-title.js';
import { cohortOf } from '../submission/cohort-of.js';
import { useSending } from '../submission/use-sending.js';
import { AttemptMenu } from '../workspace/AttemptMenu.js';
import { SendingState } from '../workspace/SendingState.js';
import { figure } from '../verdict/verdict-words.js';
import { QuestionForm } from './QuestionForm.js';
import { QuizResult } from './QuizResult.js';
import { gradeWords } from './quiz-words.js';
import { useAnswers } from './use-answers.js';
import classes from './quiz.module.css';

const route = getRouteApi('/signed-in/learn/$day/$exercise');

/** A quiz: its questions to answer, or what came of an attempt. */
export function QuizPage({ quiz }: { readonly quiz: QuizView }) {
  const { me } = route.useRouteContext();
  const { submission } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const answers = useAnswers(me.id, quiz);
  // A draft that is begun is gone on with; else the last attempt is what people come back for.
  const [answering, setAnswering] = useState(answers.isBegun || quiz.submissions.length === 0);
  const shown = answering ? undefined : (submission ?? quiz.submissions[0]?.id);
  useTitle(quiz.title);

  const show = (id: string) => {
    setAnswering(false);
    void navigate({ search: { submission: id } });
  };
  const { sending, problem, send, giveUp } = useSending({
    user: me.id,
    exercise: quiz.slug,
    cohort: cohortOf(me),
    onAccepted: ({ id }) => {
      answers.clear();
      void client.invalidateQueries({ queryKey: exerciseQuery(quiz.slug).queryKey });
      void client.invalidateQueries({ queryKey: curriculumQuery.queryKey });
      show(id);
    },
    // Answers are graded at once.
    onUnderWay: () => undefined,
    onSignedOut: () => {
      client.removeQueries({ queryKey: meQuery.queryKey });
      void navigate({ to: '/login', search: { next: window.location.pathname } });
    },
  });

  return (
    <div className={classes.page}>
      <SkipLink />
      <Header home="/learn" actions={<AccountMenu me={me} />}>
        <nav aria-label="Where you are" className={classes.crumbs}>
          <Link to="/learn" hash={quiz.day.slug}>
            {quiz.day.title}
          </Link>
          <span aria-hidden="true">/</span>
          <span aria-current="page">{quiz.title}</span>
        </nav>
      </Header>
      <main id="main" tabIndex={-1} className={classes.column}>
        <div className={classes.head}>
          <h1>{quiz.title}</h1>
          <AttemptMenu submissions={quiz.submissions} shown={shown} onSelect={show} />
        </div>
        <p className={classes.facts}>
          {quiz.questionCount} questions · {quiz.minutes} min · {figure(quiz.points)} points ·{' '}
          {gradeWords(quiz.standing.bestScore)}
        </p>
        {problem !== null && (
          <p role="alert" className={classes.problem}>
            {problem.sentence}
          </p>
        )}
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
      </main>
    </div>
  );
}
