import { useMemo, useState } from 'react';
import { sourceOfVerdict } from '../verdict/matrix-source.js';
import type { Selection } from '../verdict/selection.js';
import { SelectionDetail } from '../verdict/SelectionDetail.js';
import { VerdictMatrix } from '../verdict/VerdictMatrix.js';
import { headlineOf, sublineOf, tallyOf } from '../verdict/verdict-words.js';
import { exampleVerdict } from './example-verdict.js';
import classes from './offer.module.css';

/** The product itself on an example: the same matrix participants get. */
export function Example() {
  const [selection, setSelection] = useState<Selection | null>(null);
  const source = useMemo(() => sourceOfVerdict(exampleVerdict), []);
  const tally = tallyOf(exampleVerdict);
  return (
    <figure className={classes.example}>
      <figcaption>
        <span>Example verdict</span>
        <strong>{headlineOf(tally)}</strong>
        <p>{sublineOf(tally)}</p>
      </figcaption>
      <VerdictMatrix source={source} selected={selection} onSelect={setSelection} />
      {selection && (
        <SelectionDetail
          source={source}
          variants={exampleVerdict.variants}
          selection={selection}
          onClose={() => {
            setSelection(null);
          }}
        />
      )}
    </figure>
  );
}
