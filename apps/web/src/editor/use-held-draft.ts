import { useEffect, useEffectEvent, useState } from 'react';
import { stored } from '../ui/stored.js';
import { type Draft, draftSchema, isEmpty } from './draft.js';
import { afterEdit, afterOther, chosenMine, chosenOther, type HeldDraft, opened } from './held-draft.js';

/** A draft kept in this browser at every change, shared with other tabs of the same exercise. */
export function useHeldDraft(key: string) {
  const place = stored(key, draftSchema);
  /** This tab's version while the learner has not chosen: it outlives the tab. */
  const aside = stored(`${key}:aside`, draftSchema);
  const [held, setHeld] = useState(() => opened(place.read(), aside.read()));
  const [kept, setKept] = useState(true);

  const write = (next: Draft) => (isEmpty(next) ? place.forget() : place.keep(next));
  const take = (next: HeldDraft) => {
    if (next.other !== null) {
      setHeld(next);
      setKept(aside.keep(next.mine));
      return;
    }
    const done = write(next.mine);
    setHeld(done ? { ...next, agreed: next.mine } : next);
    setKept(done);
    if (held.other !== null && done) aside.forget();
  };

  const look = useEffectEvent(() => {
    const next = afterOther(held, place.read());
    if (next.other !== null) aside.keep(next.mine);
    else if (held.other !== null) aside.forget();
    setHeld(next);
  });
  useEffect(() => {
    const listen = (event: StorageEvent) => {
      if (event.key === key) look();
    };
    // A page that comes back from the browser's memory was told nothing meanwhile.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) look();
    };
    window.addEventListener('storage', listen);
    window.addEventListener('pageshow', comeBack);
    return () => {
      window.removeEventListener('storage', listen);
      window.removeEventListener('pageshow', comeBack);
    };
  }, [key]);

  return {
    draft: held.mine,
    /** What another tab kept that this one's version doesn't know; null while there is none. */
    other: held.other,
    followed: held.followed,
    /** False when the browser refuses to keep drafts. */
    kept,
    change: (next: Draft) => {
      take(afterEdit(held, next, place.read()));
    },
    takeOther: () => {
      take(chosenOther(afterOther(held, place.read())));
    },
    keepMine: () => {
      take(chosenMine(afterOther(held, place.read())));
    },
  };
}
