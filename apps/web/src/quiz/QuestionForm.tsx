import type { QuestionView } from '@lakeproof/contracts';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { Prose } from '../ui/Prose.js';
import { numbersOf } from '../verdict/verdict-words.js';
import { unanswered } from './answers.js';
import type { QuizAnswers } from './use-answers.js';
import classes from './quiz.module.css';

interface QuestionFormProps {
  readonly questions: readonly QuestionView[];
  readonly answers: QuizAnswers;
  readonly onSubmit: () => void;
}

/**
 * The questions, as native radio buttons and checkboxes: arrows move, Space chooses, Enter submits. A question
 * that has no answer yet is pointed to instead.
 */
export function QuestionForm({ questions, answers, onSubmit }: QuestionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const missing = unanswered(questions, answers.chosen);
  const first = questions[(missing[0] ?? 0) - 1];

  const submit = () => {
    setAsked(true);
    if (!first) onSubmit();
    else form.current?.querySelector<HTMLInputElement>(`input[name="${first.id}"]`)?.focus();
  };
  return (
    <form
      ref={form}
      noValidate
      className={classes.questions}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {questions.map((question, index) => (
        <QuestionField
          key={question.id}
          question={question}
          number={index + 1}
          chosen={answers.chosen[question.id] ?? []}
          missing={asked && missing.includes(index + 1)}
          onChoose={(letter) => {
            answers.choose(question.id, letter);
          }}
        />
      ))}
      <div className={classes.send}>
        <p role="status">
          {missing.length === 0
            ? 'All questions are answered.'
            : `${questions.length - missing.length} of ${questions.length} answered`}
          {asked && missing.length > 0 && `. Still open: ${numbersOf(missing.map(String))}`}
          {!answers.kept && '. Your browser does not keep drafts: do not leave this page before you submit.'}
        </p>
        <Button type="submit">Submit answers</Button>
      </div>
    </form>
  );
}

interface QuestionFieldProps {
  readonly question: QuestionView;
  readonly number: number;
  readonly chosen: readonly string[];
  /** It was left open when the answers were to be submitted. */
  readonly missing: boolean;
  readonly onChoose: (letter: string) => void;
}

function QuestionField({ question, number, chosen, missing, onChoose }: QuestionFieldProps) {
  const note = `${question.id}-note`;
  return (
    <fieldset className={classes.question} data-missing={missing} aria-describedby={note}>
      <legend>Question {number}</legend>
      <Prose html={question.html} />
      <p id={note} className={classes.note}>
        {missing && <strong>Still open. </strong>}
        {question.several ? 'Choose all that apply.' : 'Choose one.'}
      </p>
      {question.choices.map(({ letter, html }) => (
        <label key={letter} className={classes.choice} data-chosen={chosen.includes(letter)}>
          <input
            type={question.several ? 'checkbox' : 'radio'}
            name={question.id}
            value={letter}
            checked={chosen.includes(letter)}
            onChange={() => {
              onChoose(letter);
            }}
          />
          <Prose html={html} />
        </label>
      ))}
    </fieldset>
  );
}
