import type { Engine } from '@lakeproof/contracts';

/** A code block that something is done with, and what the page says comes of it. */
export interface PageBlock {
  readonly kind: 'shown' | 'run' | 'raises' | 'sql' | 'file' | 'pytest';
  readonly code: string;
  /** Where it is written, for `file` and `pytest`. */
  readonly file?: string;
  /** The output block behind it; undefined when there is none. */
  readonly expected?: string;
  /** Of its fence in the file. */
  readonly line: number;
}

export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: 2 | 3;
}

/** Markdown that was read, checked and rendered. */
export interface Page {
  readonly slug: string;
  /** `exercises/articles/rpc-in-spark.md`: for messages. */
  readonly label: string;
  readonly title: string;
  /** What its blocks run on. */
  readonly engine: Engine;
  /** Safe to insert. */
  readonly html: string;
  /** Its table of contents. */
  readonly toc: readonly Heading[];
  /** Everything a link can point to. */
  readonly anchors: ReadonlySet<string>;
  readonly blocks: readonly PageBlock[];
  /** Links that stay on this site. */
  readonly links: readonly { readonly url: string; readonly line: number }[];
}

export interface Lesson extends Page {
  readonly minutes: number;
  readonly concepts: readonly string[];
}

export interface Article extends Page {
  readonly minutes: number;
  readonly summary: string;
  readonly concepts: readonly string[];
  /** Slug of the exercise in which one tries it. */
  readonly lab: string | undefined;
}

export interface ReferencePage extends Page {
  readonly summary: string;
}
