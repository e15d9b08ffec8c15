import { IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import { Output } from './Output.js';
import { shortNameOf } from './test-name.js';
import { TestNameText } from './TestNameText.js';
import classes from './verdict.module.css';

const signs = {
  passed: { Icon: IconCheck, word: 'Passes' },
  fails: { Icon: IconX, word: 'Fails' },
  skipped: { Icon: IconMinus, word: 'Skipped' },
  unknown: { Icon: IconQuestionMark, word: 'Newer than this page' },
};

interface TestResultProps {
  /** pytest's id. */
  readonly id: string;
  readonly outcome: keyof typeof signs;
  /** A word or two at the end of the line. */
  readonly aside: string;
  /** What it said, if anything. */
  readonly message: string;
}

/** One test in a list: its sign, its name and what it said. */
export function TestResult({ id, outcome, aside, message }: TestResultProps) {
  const { Icon, word } = signs[outcome];
  return (
    <li data-outcome={outcome}>
      <div className={classes.runRow}>
        <Icon size={17} stroke={2.2} aria-label={word} />
        <code className={classes.testName}>
          <TestNameText id={id} />
        </code>
        <span>{aside}</span>
      </div>
      {message && <Output text={message} label={`What ${shortNameOf(id)} said`} />}
    </li>
  );
}
