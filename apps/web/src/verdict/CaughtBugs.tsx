import type { VerdictView } from '@lakeproof/contracts';
import { ByTests } from './ByTests.js';
import { CaughtIcon } from './MeaningIcon.js';
import classes from './verdict.module.css';

/** Caught bugs with what they would have cost. */
export function CaughtBugs({ verdict }: { readonly verdict: VerdictView }) {
  const caught = verdict.variants.filter(({ kind, outcome }) => kind === 'mutant' && outcome === 'caught');
  if (caught.length === 0) return null;
  return (
    <section className={classes.section}>
      <h4>Caught</h4>
      <ul className={classes.list}>
        {caught.map(({ key, label, title, story, caughtBy }) => (
          <li key={key} className={classes.item} data-meaning="caught">
            <span className={classes.itemSign}>
              <CaughtIcon size={18} stroke={2} aria-hidden="true" />
            </span>
            <div>
              <strong>
                {title ?? label} {title !== null && <small>{label}</small>}
              </strong>
              {story && <p>{story}</p>}
              {caughtBy.length > 0 && (
                <p>
                  <ByTests ids={caughtBy} most={2} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
