import { IconCheck, IconX } from '@tabler/icons-react';
import type { SandboxExerciseView, SandboxMode } from '@lakeproof/contracts';
import type { FunctionComponent } from 'react';
import { CaughtIcon, FalseAlarmIcon, SurvivedIcon } from '../verdict/MeaningIcon.js';
import { keysOf } from './shortcuts.js';
import classes from './workspace.module.css';

interface Explained {
  readonly Grade: FunctionComponent<{ readonly exercise: SandboxExerciseView }>;
  /** Where a run looks, and a submission. */
  readonly run: string;
  readonly submit: string;
}

const explained: Record<SandboxMode, Explained> = {
  tests: { Grade: OfBugs, run: 'on the code you see', submit: 'on all versions' },
  code: { Grade: OfHiddenTests, run: 'in the first environment', submit: 'in all environments' },
};

/** Before the first submission: what will be seen here, and how to get it. */
export function NothingYet({ exercise }: { readonly exercise: SandboxExerciseView }) {
  const { Grade, run, submit } = explained[exercise.mode];
  return (
    <div className={classes.nothing}>
      <Grade exercise={exercise} />
      <dl className={classes.howTo}>
        <div>
          <dt>Run</dt>
          <dd>
            {run}, as often as you like
            <Keys keys={keysOf('run')} />
          </dd>
        </div>
        <div>
          <dt>Submit</dt>
          <dd>
            {submit}, graded; your best attempt counts
            <Keys keys={keysOf('submit')} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

function OfBugs({ exercise: { bugs, correctVersions } }: { readonly exercise: SandboxExerciseView }) {
  return (
    <>
      <p className={classes.lead}>
        Your tests will run against {correctVersions} correct versions of this code and {bugs} versions with
        one bug each.
      </p>
      <ul className={classes.meanings}>
        <li data-meaning="caught">
          <CaughtIcon size={20} stroke={1.9} aria-hidden="true" />
          <div>
            <strong>Caught</strong>
            <p>A test that passes on every correct version fails on the bug.</p>
          </div>
        </li>
        <li data-meaning="survived">
          <SurvivedIcon size={20} stroke={1.9} aria-hidden="true" />
          <div>
            <strong>Survived</strong>
            <p>All your tests pass on the bug: it would reach production.</p>
          </div>
        </li>
        <li data-meaning="alarm">
          <FalseAlarmIcon size={20} stroke={1.9} aria-hidden="true" />
          <div>
            <strong>False alarm</strong>
            <p>
              A test fails on a correct version: it catches nothing and costs 1/{correctVersions + 1} of the
              points.
            </p>
          </div>
        </li>
      </ul>
    </>
  );
}

function OfHiddenTests({
  exercise: { hiddenTestCount, correctVersions },
}: {
  readonly exercise: SandboxExerciseView;
}) {
  return (
    <>
      <p className={classes.lead}>
        {hiddenTestCount} tests that you don’t see will run your code in {correctVersions} environments: other
        time zones, other numbers of partitions, other clusters.
      </p>
      <ul className={classes.meanings}>
        <li data-meaning="caught">
          <IconCheck size={20} stroke={1.9} aria-hidden="true" />
          <div>
            <strong>Passes</strong>
            <p>In every environment: its weight is yours.</p>
          </div>
        </li>
        <li data-meaning="alarm">
          <IconX size={20} stroke={1.9} aria-hidden="true" />
          <div>
            <strong>Fails</strong>
            <p>In one of them at least. You read its name, where it failed and what it said.</p>
          </div>
        </li>
      </ul>
    </>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={classes.keys}>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
