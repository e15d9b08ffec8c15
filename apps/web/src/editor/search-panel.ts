import { search } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** CodeMirror's own words, as the product writes them. */
const words = EditorState.phrases.of({
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Regex',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
  'Go to line': 'Go to line',
  go: 'Go',
});

const control = {
  minHeight: '2rem',
  margin: '0',
  border: '1px solid var(--lp-line-strong)',
  borderRadius: 'var(--mantine-radius-sm)',
  backgroundImage: 'none',
  backgroundColor: 'var(--lp-surface)',
  color: 'var(--lp-text)',
  fontSize: 'var(--mantine-font-size-sm)',
};

const look = EditorView.theme({
  '.cm-panels': {
    // Above the gutter, which lies above the code.
    zIndex: '210',
    backgroundColor: 'var(--lp-sunken)',
    color: 'var(--lp-text)',
    fontFamily: 'var(--mantine-font-family)',
  },
  '.cm-panels-top': { borderBottom: '1px solid var(--lp-line)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--lp-line)' },
  // A line to find, one for what narrows it, one to replace: each field takes what its buttons leave of a line.
  '.cm-panel.cm-search': {
    '--find-buttons': '16.5rem',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.375rem',
    padding: '0.5rem 2.75rem 0.5rem 0.75rem',
    fontSize: 'var(--mantine-font-size-sm)',
    '& br': { display: 'none' },
    '& input.cm-textfield': {
      ...control,
      flex: '1 1 calc(100% - var(--find-buttons))',
      minWidth: '5rem',
      padding: '0 0.625rem',
      fontFamily: 'var(--mantine-font-family-monospace)',
    },
    '& input[name=replace]': { flexBasis: 'calc(100% - 12.5rem)' },
    '& button.cm-button': {
      ...control,
      padding: '0 0.75rem',
      fontFamily: 'inherit',
      fontWeight: '600',
      cursor: 'pointer',
      '&:hover': { backgroundColor: 'var(--lp-sunken)' },
      '&:active': { backgroundImage: 'none' },
    },
    '& label': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: '0.375rem',
      minHeight: '1.75rem',
      margin: '0 0.25rem 0 0',
      fontSize: 'var(--mantine-font-size-xs)',
      whiteSpace: 'nowrap',
    },
    '& input[type=checkbox]': {
      width: '1rem',
      height: '1rem',
      margin: '0',
      accentColor: 'var(--lp-accent-solid)',
    },
    '& [name=close]': {
      top: '0.5rem',
      right: '0.5rem',
      width: '2rem',
      height: '2rem',
      borderRadius: 'var(--mantine-radius-sm)',
      color: 'var(--lp-dim)',
      fontSize: '1.25rem',
      lineHeight: '1',
      cursor: 'pointer',
      '&:hover': { backgroundColor: 'var(--lp-surface)', color: 'var(--lp-text)' },
    },
  },
  '@container (max-width: 30rem)': {
    '.cm-panel.cm-search': {
      '--find-buttons': '8.75rem',
      paddingLeft: '0.5rem',
      '& button.cm-button': { padding: '0 0.5rem' },
      // Cursors at all matches at once are for a keyboard.
      '& button[name=select]': { display: 'none' },
    },
  },
  '.cm-panel.cm-dialog': {
    padding: '0.5rem 2.75rem 0.5rem 0.75rem',
    fontSize: 'var(--mantine-font-size-sm)',
    '& .cm-textfield': { ...control, padding: '0 0.625rem' },
    '& .cm-button': { ...control, padding: '0 0.75rem', fontWeight: '600', cursor: 'pointer' },
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--lp-accent-soft)',
    outline: '1px solid var(--lp-accent)',
  },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'var(--lp-accent-solid)',
    '&, & *': { color: 'var(--lp-on-accent)' },
  },
});

/** CodeMirror's search above the code, in the product's words and look. */
export const searchPanel = [search({ top: true }), words, look];
