import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours come from the page's tokens, so that light and dark switch without the editor knowing. */
const look = EditorView.theme({
  '&': {
    height: '100%',
    fontSize: 'var(--code-size, 0.84375rem)',
    backgroundColor: 'transparent',
    color: 'var(--lp-text)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mantine-font-family-monospace)',
    fontFeatureSettings: '"calt" 0',
    lineHeight: '1.6',
    overflow: 'auto',
  },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--lp-accent)' },
  '.cm-line': { padding: '0 1rem 0 0.5rem' },
  '.cm-gutters': {
    // Long lines pass below the numbers.
    backgroundColor: 'var(--lp-surface)',
    color: 'var(--lp-dim)',
    border: 'none',
    paddingLeft: '0.25rem',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.25rem', fontVariantNumeric: 'tabular-nums' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--lp-accent) 6%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--lp-text)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--lp-accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--lp-accent) 24%, transparent)',
  },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--lp-accent) 14%, transparent)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--lp-accent) 22%, transparent)',
    outline: '1px solid var(--lp-accent)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--lp-raised)',
    color: 'var(--lp-text)',
    border: '1px solid var(--lp-line)',
    borderRadius: '6px',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--lp-accent-solid)',
    color: 'var(--lp-on-accent)',
  },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--lp-sunken)',
    borderColor: 'var(--lp-line)',
    color: 'var(--lp-dim)',
  },
});

const colours = HighlightStyle.define([
  {
    tag: [
      tags.keyword,
      tags.operatorKeyword,
      tags.controlKeyword,
      tags.definitionKeyword,
      tags.moduleKeyword,
    ],
    color: 'var(--lp-code-keyword)',
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--lp-code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.self], color: 'var(--lp-code-number)' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.function(tags.propertyName),
    ],
    color: 'var(--lp-code-function)',
  },
  { tag: [tags.className, tags.typeName, tags.meta], color: 'var(--lp-code-type)' },
  { tag: tags.comment, color: 'var(--lp-code-comment)', fontStyle: 'italic' },
  { tag: [tags.operator, tags.punctuation, tags.separator], color: 'var(--lp-code-punctuation)' },
]);

export const codeTheme = [look, syntaxHighlighting(colours)];
