import type { QuestionResult } from '@lakeproof/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api/errors.js';
import { submissionQuery } from '../submission/queries.js';
import { Problem } from '../ui/Problem.js';
import { Prose } from '../ui/Prose.js';
import { Chip } from '../verdict/Chip.js';
import { figure, percent } from '../ui/figures.js';
import { choiceWord, countsSentence, resultSentence } from './quiz-words.js';
import classes from './quiz.module.css';

interface QuizResultProps {
  readonly id: string;
  /** 0 to 1; null while there is none. */
  readonly grade: number | null;
  readonly onTryAgain: () => void;
}

/** What came of one attempt, question by question. */
export function QuizResult({ id, grade, onTryAgain }: QuizResultProps) {
  const { data: submission, error, refetch } = useQuery(submissionQuery(id));
  if (error && !submission)
    return (
      <Problem
        onRetry={() => {
          void refetch();
        }}
      >
        {sentenceOf(error)}
      </Problem>
    );
  if (!submission?.verdict)
    return <div className={classes.loading} aria-busy="true" aria-label="Loading the result" />;
  const { verdict, questions } = submission;
  const caught = verdict.variants.filter(({ outcome }) => outcome === 'caught').length;
  return (
    <>
      <div className={classes.outcome}>
        <p role="status">
          <strong>{resultSentence(caught, verdict.variants.length)}</strong> {percent(verdict.score ?? 0)},{' '}
          {figure(verdict.points ?? 0)} of {figure(verdict.maxPoints)} points.{' '}
          <span className={classes.counts}>{countsSentence(submission.retry, grade)}</span>
        </p>
        <Button variant="default" onClick={onTryAgain}>
          Try again
        </Button>
      </div>
      {questions ? (
        questions.map((question, index) => (
          <QuestionOutcome key={question.id} question={question} number={index + 1} />
        ))
      ) : (
        <p>The quiz was changed since, so its explanations no longer fit these answers. Try it again.</p>
      )}
    </>
  );
}

function QuestionOutcome({
  question,
  number,
}: {
  readonly question: QuestionResult;
  readonly number: number;
}) {
  const right = question.answeredRight;
  return (
    <section className={classes.question} data-outcome={right ? 'caught' : 'survived'}>
      <div className={classes.questionHead}>
        <h2>Question {number}</h2>
        <Chip meaning={right ? 'caught' : 'survived'}>{right ? 'Right' : 'Worth another look'}</Chip>
      </div>
      <Prose html={question.html} />
      <ul className={classes.explained}>
        {question.choices.map((choice) => (
          <li
            key={choice.letter}
            data-meaning={choice.right ? 'caught' : choice.chosen ? 'survived' : 'plain'}
          >
            <div className={classes.choiceText}>
              <Prose html={choice.html} />
            </div>
            {choiceWord(choice) && <span className={classes.choiceWord}>{choiceWord(choice)}</span>}
            <div className={classes.why}>
              <Prose html={choice.whyHtml} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
