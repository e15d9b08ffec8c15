import type { VerdictView } from '@lakeproof/contracts';
import { columnName } from './cell-words.js';
import { SurvivedIcon } from './MeaningIcon.js';
import { numbersOf } from './verdict-words.js';
import classes from './verdict.module.css';

/** Bugs that no valid test fails on. Numbers stand for them until they are caught or revealed. */
export function Survivors({ verdict }: { readonly verdict: VerdictView }) {
  const survivors = verdict.variants.filter(({ outcome }) => outcome === 'survived');
  if (survivors.length === 0) return null;
  const silent = survivors.filter(
    ({ title, hints, story }) => title === null && hints.length === 0 && story === null,
  );
  const telling = survivors.filter((variant) => !silent.includes(variant));
  return (
    <section className={classes.section}>
      <h4>Would reach production</h4>
      <ul className={classes.list}>
        {telling.map((variant) => (
          <li key={variant.key} className={classes.item} data-meaning="survived">
            <span className={classes.itemSign}>
              <SurvivedIcon size={18} stroke={2} aria-hidden="true" />
            </span>
            <div>
              <strong>{columnName(variant)}</strong>
              {variant.hints.map((hint) => (
                <p key={hint}>{hint}</p>
              ))}
              {variant.story && <p>{variant.story}</p>}
            </div>
          </li>
        ))}
        {silent.length > 0 && (
          <li className={classes.item} data-meaning="survived">
            <span className={classes.itemSign}>
              <SurvivedIcon size={18} stroke={2} aria-hidden="true" />
            </span>
            <div>
              <strong>
                {silent.length === 1 ? 'Bug' : 'Bugs'} {numbersOf(silent.map(({ label }) => label))}
              </strong>
              <p>
                {silent.length === 1 ? 'Every valid test passes on it.' : 'Every valid test passes on them.'}{' '}
                What a bug does is shown once it is caught.
              </p>
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}
