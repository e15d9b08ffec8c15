import type { EditorState, StateEffect } from '@codemirror/state';

/** How a file was left: its text with history and selection, and how far it was scrolled. */
interface LeftFile {
  readonly state: EditorState;
  readonly scroll: StateEffect<unknown> | undefined;
}

/** The files of an exercise that were open before, by path. They outlive the editor, which another layout builds anew. */
export type LeftFiles = Map<string, LeftFile>;
