import { EditorView } from '@codemirror/view';
import { openSearchPanel } from '@codemirror/search';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { fromOutside, type OpenFile, openState } from './editor-state.js';
import type { LeftFiles } from './left-files.js';
import { changeBetween } from './text-change.js';
import { wrapLines } from './wrapping.js';
import classes from './editor.module.css';

/** What the page may ask of the editor. */
export interface EditorHandle {
  /** Opens the search in the file that is shown. */
  readonly find: () => void;
}

interface CodeEditorProps {
  readonly file: OpenFile;
  readonly wraps: boolean;
  readonly left: LeftFiles;
  readonly onEdit: (path: string, content: string) => void;
  readonly ref: Ref<EditorHandle>;
}

/** CodeMirror on one file at a time. Each file keeps its history, cursor and scroll position while others are open. */
export function CodeEditor({ file, wraps, left, onEdit, ref }: CodeEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const open = useRef<string>(null);
  const edited = useEffectEvent(onEdit);

  useImperativeHandle(ref, () => ({
    find: () => {
      if (view.current) openSearchPanel(view.current);
    },
  }));

  useLayoutEffect(() => {
    if (!parent.current) return;
    const keep = (editor: EditorView, scroll = left.get(open.current ?? '')?.scroll) => {
      if (open.current !== null) left.set(open.current, { state: editor.state, scroll });
    };
    const created = new EditorView({
      parent: parent.current,
      dispatchTransactions: (transactions, editor) => {
        editor.update(transactions);
        keep(editor);
        if (
          open.current !== null &&
          transactions.some((change) => change.docChanged && !change.annotation(fromOutside))
        )
          edited(open.current, editor.state.doc.toString());
      },
    });
    const scrolled = () => {
      // In a pane that isn't shown, nothing is where it was.
      if (created.scrollDOM.clientHeight > 0) keep(created, created.scrollSnapshot());
    };
    created.scrollDOM.addEventListener('scroll', scrolled);
    view.current = created;
    return () => {
      created.destroy();
      view.current = null;
      open.current = null;
    };
  }, [left]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    if (open.current !== file.path) {
      const before = left.get(file.path);
      open.current = file.path;
      editor.setState(before?.state ?? openState(file));
      editor.dispatch({ effects: before?.scroll ?? EditorView.scrollIntoView(0, { xMargin: 100 }) });
    }
    const shown = editor.state.doc.toString();
    if (shown !== file.content)
      editor.dispatch({
        changes: changeBetween(shown, file.content),
        annotations: fromOutside.of(true),
      });
  }, [file, left]);

  useEffect(() => {
    if (view.current) wrapLines(view.current, wraps);
  }, [file.path, wraps]);

  return <div className={classes.code} ref={parent} />;
}
