import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { fromOutside, type OpenFile, openState } from './editor-state.js';
import classes from './editor.module.css';

interface CodeEditorProps {
  readonly file: OpenFile;
  readonly onEdit: (path: string, content: string) => void;
}

/** CodeMirror on one file at a time. Each file keeps its own history and cursor while others are open. */
export function CodeEditor({ file, onEdit }: CodeEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const states = useRef(new Map<string, EditorState>());
  const open = useRef<string>(null);
  const edited = useEffectEvent(onEdit);

  useEffect(() => {
    if (!parent.current) return;
    const created = new EditorView({ parent: parent.current });
    const kept = states.current;
    view.current = created;
    return () => {
      created.destroy();
      view.current = null;
      open.current = null;
      kept.clear();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    if (open.current !== file.path) {
      if (open.current !== null) states.current.set(open.current, editor.state);
      editor.setState(
        states.current.get(file.path) ??
          openState(file, (path, content) => {
            edited(path, content);
          }),
      );
      open.current = file.path;
    }
    const shown = editor.state.doc.toString();
    if (shown !== file.content)
      editor.dispatch({
        changes: { from: 0, to: shown.length, insert: file.content },
        annotations: fromOutside.of(true),
      });
  }, [file]);

  return <div className={classes.code} ref={parent} />;
}
