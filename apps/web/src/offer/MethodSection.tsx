import type { Icon } from '@tabler/icons-react';
import { CaughtIcon, FalseAlarmIcon, SurvivedIcon } from '../verdict/MeaningIcon.js';
import classes from './offer.module.css';

const meanings: readonly { meaning: string; icon: Icon; word: string; text: string }[] = [
  {
    meaning: 'caught',
    icon: CaughtIcon,
    word: 'Caught',
    text: 'A test that passes on every correct version fails on the bug. It would have stopped the release.',
  },
  {
    meaning: 'survived',
    icon: SurvivedIcon,
    word: 'Survived',
    text: 'Every test passes, and the bug is in. This is the one your customers would have found for you.',
  },
  {
    meaning: 'alarm',
    icon: FalseAlarmIcon,
    word: 'False alarm',
    text: 'The test fails on code that is right. It tests an accident, teaches people to ignore red, catches nothing, and costs points.',
  },
];

/** How tests are graded, by its three meanings. */
export function MethodSection() {
  return (
    <section className={classes.section} aria-labelledby="method">
      <div className={classes.sectionHead}>
        <h2 id="method">Tests are graded by the bugs they catch</h2>
        <p>
          Each exercise holds a piece of a real lakehouse: several versions that are correct, and versions
          with one bug each. Your tests run against all of them, on real Spark, in a container of their own.
        </p>
      </div>
      <ul className={classes.meanings}>
        {meanings.map(({ meaning, icon: MeaningIcon, word, text }) => (
          <li key={meaning} data-meaning={meaning}>
            <span className={classes.meaningIcon}>
              <MeaningIcon size={24} stroke={1.8} aria-hidden="true" />
            </span>
            <h3>{word}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
