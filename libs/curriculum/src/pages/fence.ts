import { filePathSchema } from '@lakeproof/contracts';

/** Languages of code that is shown; `output` is no language but what a block printed. */
const languages = new Set([
  'bash',
  'diff',
  'ini',
  'java',
  'json',
  'python',
  'scala',
  'sql',
  'text',
  'toml',
  'yaml',
]);

/** Languages whose blocks are run unless they say otherwise. */
const canRun = new Set(['python', 'sql']);

/** What happens to a code block, by the words after its fence (docs/adding-a-lesson.md). */
export type Fence =
  | { readonly kind: 'shown' | 'output' }
  | { readonly kind: 'run' | 'raises' | 'sql' }
  | { readonly kind: 'file' | 'pytest'; readonly file: string };

/** Reads a fence's language and the words after it; a string is what is wrong with it. */
export function readFence(
  language: string | null | undefined,
  words: string | null | undefined,
): Fence | string {
  const meta = (words ?? '').trim().split(/\s+/).filter(Boolean);
  if (language === 'output')
    return meta.length === 0
      ? { kind: 'output' }
      : `an output block takes no words: remove "${meta.join(' ')}"`;
  if (!language) return 'a code block needs a language, such as python or text';
  if (!languages.has(language))
    return `${language} is no language of the pages: take one of ${[...languages].join(', ')}`;
  const [first, ...more] = meta;
  if (first === undefined)
    return canRun.has(language)
      ? `a ${language} block has to say what becomes of it: write run, file=NAME${language === 'python' ? ', pytest=test_NAME.py' : ''}, or shown where it can't be run`
      : { kind: 'shown' };
  if (first === 'shown' && canRun.has(language) && more.length === 0) return { kind: 'shown' };
  if (first === 'run') return runFence(language, more);
  const named = /^(file|pytest)=(.+)$/.exec(first);
  if (!named || more.length > 0) return unknown(meta);
  const [, kind = '', file = ''] = named;
  if (!filePathSchema.safeParse(file).success) return `${file} must be a relative path such as pipeline.py`;
  if (kind === 'file') return { kind: 'file', file };
  if (language !== 'python') return 'pytest= is for python blocks';
  if (!/(^|\/)test_[^/]+\.py$/.test(file))
    return `${file} must be called test_….py: else pytest doesn't find it`;
  return { kind: 'pytest', file };
}

function runFence(language: string, more: readonly string[]): Fence | string {
  if (language === 'sql') return more.length === 0 ? { kind: 'sql' } : unknown(['run', ...more]);
  if (language !== 'python') return `run is for python and sql: a ${language} block is shown only`;
  if (more.length === 0) return { kind: 'run' };
  return more.length === 1 && more[0] === 'raises' ? { kind: 'raises' } : unknown(['run', ...more]);
}

const unknown = (words: readonly string[]) =>
  `"${words.join(' ')}" says nothing known: write run, run raises, file=NAME or pytest=test_NAME.py`;
