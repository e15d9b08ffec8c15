import type { VariantView, VerdictView } from '@lakeproof/contracts';
import { useEffect, useRef, useState } from 'react';
import { columnName } from './cell-words.js';
import { SurvivedIcon } from './MeaningIcon.js';
import { NextHint } from './NextHint.js';
import classes from './verdict.module.css';

interface SurvivorsProps {
  readonly verdict: VerdictView;
  /** The submission the verdict is on. */
  readonly submission: string;
}

/** Bugs that no valid test fails on. Numbers stand for them until they are caught or revealed. */
export function Survivors({ verdict, submission }: SurvivorsProps) {
  const survivors = verdict.variants.filter(({ outcome }) => outcome === 'survived');
  if (survivors.length === 0) return null;
  return (
    <section className={classes.section}>
      <h4>Would reach production</h4>
      <p className={classes.by}>
        Every valid test passes on these. What a bug does is shown once it is caught.
      </p>
      <ul className={classes.list}>
        {survivors.map((variant) => (
          <Survivor key={variant.key} variant={variant} submission={submission} />
        ))}
      </ul>
    </section>
  );
}

function Survivor({ variant, submission }: { readonly variant: VariantView; readonly submission: string }) {
  const { hints, hintLevels, story } = variant;
  const allOpen = hints.length >= hintLevels;
  const list = useRef<HTMLOListElement>(null);
  const [follow, setFollow] = useState(false);
  useEffect(() => {
    // The button that opened the last hint is gone: its focus goes to what it opened.
    if (follow && allOpen) list.current?.querySelector<HTMLElement>('li:last-child')?.focus();
  }, [follow, allOpen]);
  return (
    <li className={classes.item} data-meaning="survived">
      <span className={classes.itemSign}>
        <SurvivedIcon size={18} stroke={2} aria-hidden="true" />
      </span>
      <div className={classes.hintable}>
        <strong>{columnName(variant)}</strong>
        {story && <p>{story}</p>}
        <ol
          ref={list}
          className={classes.hints}
          aria-live="polite"
          aria-label={`Hints on ${columnName(variant)}`}
        >
          {hints.map((hint) => (
            <li key={hint} tabIndex={-1}>
              {hint}
            </li>
          ))}
        </ol>
        {!allOpen && (
          <NextHint
            submission={submission}
            bug={variant}
            level={hints.length + 1}
            onFocusLost={() => {
              setFollow(true);
            }}
          />
        )}
      </div>
    </li>
  );
}
