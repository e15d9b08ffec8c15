import { Compartment } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useState } from 'react';
import { z } from 'zod';
import { stored } from '../ui/stored.js';

const compartment = new Compartment();
const place = stored('lakeproof:wrap', z.boolean());

/** Where a file's state keeps whether long lines wrap. */
export const wrappable = compartment.of([]);

/** Wraps the lines of the file that is open, or lets it be scrolled sideways. */
export function wrapLines(editor: EditorView, wraps: boolean): void {
  editor.dispatch({ effects: compartment.reconfigure(wraps ? EditorView.lineWrapping : []) });
}

export interface Wrapping {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** Whether long lines wrap: in every file, and kept for the next visit. */
export function useWrapping(): Wrapping {
  const [on, setOn] = useState(() => place.read() ?? false);
  return {
    on,
    set: (next) => {
      setOn(next);
      place.keep(next);
    },
  };
}
