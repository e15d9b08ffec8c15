import { type RefObject, useLayoutEffect, useState } from 'react';
import { crowdedUpTo, hiddenSides } from './overflow.js';

export interface Overflow {
  /** The sides where more is than one sees. */
  readonly hidden: string;
  /** The width up to which columns don't fit; null while they do. */
  readonly crowded: number | null;
  /** In pixels: how much of the box the names take, how much the header, and what is left below it. */
  readonly names: number;
  readonly heads: number;
  readonly width: number;
  readonly height: number;
}

const nothing: Overflow = { hidden: '', crowded: null, names: 0, heads: 0, width: 0, height: 0 };

function look(box: HTMLElement, before: Overflow): Overflow {
  const head = box.querySelector('thead');
  const heads = head?.offsetHeight ?? 0;
  const seen = {
    hidden: hiddenSides(box),
    crowded: crowdedUpTo(before.crowded, box),
    names: head?.querySelector('td')?.offsetWidth ?? 0,
    heads,
    width: box.clientWidth,
    height: box.clientHeight - heads,
  };
  return JSON.stringify(seen) === JSON.stringify(before) ? before : seen;
}

/** What of a table in a scrolling box is out of sight, as it scrolls, grows and is resized. */
export function useOverflow(scroller: RefObject<HTMLElement | null>): Overflow {
  const [overflow, setOverflow] = useState(nothing);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const update = () => {
      setOverflow((before) => look(box, before));
    };
    update();
    const observer = new ResizeObserver(update);
    for (const watched of [box, ...box.children]) observer.observe(watched);
    box.addEventListener('scroll', update, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', update);
    };
  }, [scroller]);
  return overflow;
}
