/** @jest-environment ./browser-environment.js */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { exerciseViewSchema, type SandboxExerciseView } from '@lakeproof/contracts';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { EditorView } from '@codemirror/view';
import { useState } from 'react';
import { EditorPane } from './EditorPane.js';
import type { LeftFiles } from './left-files.js';
import { useFiles } from './use-files.js';

const lines = (word: string) => Array.from({ length: 40 }, (_, at) => `${word}_${at} = ${at}`).join('\n');
const exercise = exerciseViewSchema.parse({
  ...{ slug: 'clean-orders', title: 'Clean orders', concepts: ['nulls'], minutes: 20, points: 10 },
  ...{ mode: 'tests', engine: 'classic', bugs: 6, correctVersions: 3, hiddenTestCount: 0, limits: {} },
  ...{ day: { slug: 'day-1', title: 'Unit tests' }, instructionsHtml: '', submissions: [] },
  visibleFiles: [{ path: 'orders.py', content: lines('order') }],
  starterFiles: [{ path: 'test_orders.py', content: lines('test') }],
  standing: { attempts: 0, bestScore: null, points: null },
}) as SandboxExerciseView;

/** The page around the editor, which stays while a layout of another width builds the editor anew. */
function PageAround({ layout }: { readonly layout: string }) {
  const files = useFiles('ada', exercise);
  const [open, setOpen] = useState('');
  const [left] = useState<LeftFiles>(() => new Map());
  return <EditorPane key={layout} {...{ exercise, files, open, left }} onOpen={setOpen} />;
}
const page = (layout = 'wide') => (
  <MantineProvider>
    <PageAround layout={layout} />
  </MantineProvider>
);

const editor = (): EditorView => {
  const found = EditorView.findFromDOM(screen.getByRole('textbox', { name: /\.py/ }));
  if (!found) throw new Error('No editor is shown.');
  return found;
};
const type = (text: string) => {
  act(() => {
    editor().dispatch({ changes: { from: 0, insert: text }, selection: { anchor: text.length } });
  });
};
const openFile = (title: RegExp) => fireEvent.click(screen.getByTitle(title));
const press = (init: KeyboardEventInit) => fireEvent.keyDown(document.body, init);
const said = () => screen.getByRole('status').textContent;

beforeEach(() => {
  // jsdom lays nothing out; CodeMirror measures text by ranges.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
  localStorage.clear();
});

describe('a file in the editor', () => {
  it('has its selection and its history when it is opened again', () => {
    render(page());
    type('# mine\n');
    openFile(/^orders.py/);
    openFile(/^test_orders/);
    expect(editor().state.selection.main.head).toBe('# mine\n'.length);
    fireEvent.keyDown(editor().contentDOM, { key: 'z', ctrlKey: true });
    expect(editor().state.doc.toString()).toBe(exercise.starterFiles[0]?.content);
  });

  it('has them, and what is typed on, when another layout builds the editor anew', () => {
    const { rerender } = render(page('wide'));
    type('# mine\n');
    const before = editor();
    rerender(page('narrow'));
    expect(editor()).not.toBe(before);
    expect(editor().state.selection.main.head).toBe('# mine\n'.length);
    type('# more\n');
    rerender(page('wide'));
    expect(editor().state.doc.line(1).text).toBe('# more');
    expect(screen.getByText('Kept in this browser')).toBeDefined();
  });

  it('wraps long lines when it is asked to, and does so in the next one and at the next visit', async () => {
    const { rerender } = render(page());
    const wraps = () => editor().contentDOM.classList.contains('cm-lineWrapping');
    expect(wraps()).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Editor menu' }));
    fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Wrap long lines' }));
    expect(wraps()).toBe(true);
    openFile(/^orders.py/);
    expect(wraps()).toBe(true);
    rerender(page('narrow'));
    expect(wraps()).toBe(true);
  });

  it('is searched from the menu, in the words of the product', async () => {
    render(page());
    fireEvent.click(screen.getByRole('button', { name: 'Editor menu' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Find and replace' }));
    expect(screen.getByRole('textbox', { name: 'Find' })).toBeDefined();
    expect(screen.getByRole('checkbox', { name: 'Whole words' })).toBeDefined();
  });
});

describe('the key to save', () => {
  it.each([{ ctrlKey: true }, { metaKey: true }])(
    'with %j says that all is kept, and since when',
    (modifier) => {
      render(page());
      type('# mine\n');
      expect(said()).toBe('');
      const shown = press({ key: 's', ...modifier });
      // What the browser would do is prevented.
      expect(shown).toBe(false);
      expect(said()).toMatch(/^Kept in this browser, \d\d:\d\d:\d\d$/);
    },
  );

  it('says so until something is typed again', () => {
    render(page());
    type('# mine\n');
    press({ key: 's', ctrlKey: true });
    type('# more\n');
    expect(said()).toBe('');
    expect(screen.getByText('Kept in this browser')).toBeDefined();
  });

  it('says that nothing could be kept where the browser refuses', () => {
    const refused = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('off', 'SecurityError');
    });
    render(page());
    type('# mine\n');
    press({ key: 's', ctrlKey: true });
    expect(said()).toBe('This browser keeps no drafts: do not reload');
    refused.mockRestore();
  });
});

describe('another tab of the exercise', () => {
  const key = 'lakeproof:draft:ada:clean-orders';
  const keptElsewhere = (content: string) => {
    localStorage.setItem(key, JSON.stringify({ changed: [{ path: 'test_orders.py', content }], own: [] }));
  };

  it('is followed, which is said', () => {
    render(page());
    keptElsewhere('theirs');
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key }));
    });
    expect(editor().state.doc.toString()).toBe('theirs');
    expect(said()).toBe('Changed in another tab, kept in this browser');
  });

  it.each([
    ['Show that version', /^theirs$/],
    ['Keep mine', /^# mine\ntest_0/],
  ])('that changed it unseen is named; "%s" ends the question', (choice, text) => {
    render(page());
    keptElsewhere('theirs');
    type('# mine\n');
    expect(screen.getByRole('alert').textContent).toContain('Also changed in another tab: test_orders.py.');
    expect(editor().state.doc.line(1).text).toBe('# mine');
    fireEvent.click(screen.getByRole('button', { name: choice }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(editor().state.doc.toString()).toMatch(text);
  });
});
