import { indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { indentUnit } from '@codemirror/language';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { codeTheme } from './code-theme.js';
import { searchPanel } from './search-panel.js';
import { wrappable } from './wrapping.js';

/** Marks a change that comes from the page, not from typing. */
export const fromOutside = Annotation.define<boolean>();

export interface OpenFile {
  readonly path: string;
  readonly content: string;
  readonly readOnly: boolean;
}

/** A file as CodeMirror opens it. Tab indents; Escape, then Tab leaves (CodeMirror's own). */
export const openState = ({ path, content, readOnly }: OpenFile): EditorState =>
  EditorState.create({
    doc: content,
    extensions: [
      basicSetup,
      python(),
      indentUnit.of('    '),
      EditorState.tabSize.of(4),
      // In a file that can't be changed, Tab has nothing to indent and moves on.
      readOnly ? EditorState.readOnly.of(true) : keymap.of([indentWithTab]),
      wrappable,
      searchPanel,
      codeTheme,
      EditorView.contentAttributes.of({
        tabindex: '0',
        'aria-label': readOnly ? `${path}, read-only` : `${path}. Escape, then Tab leaves the editor.`,
        'aria-readonly': String(readOnly),
      }),
    ],
  });
