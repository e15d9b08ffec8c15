/** An error in a learner's files, as what Python and pytest said of it tells. */
export interface Fault {
  /** `test_orders.py, line 8: SyntaxError: expected ':'`; without a place where nothing names one. */
  readonly headline: string;
  /** The way there through the learner's own files and the exercise's, the last call last. */
  readonly frames: readonly Frame[];
  /** What followed the reason: a plan of Spark's, what an assertion compared. */
  readonly more: readonly string[];
}

interface Frame {
  readonly file: string;
  readonly line: string;
  /** The code there as it was quoted, with what marks the place below it. */
  readonly quote: readonly string[];
}

/**
 * Reads a message of pytest's: of a file that could not be collected, or of a test. Frames of pytest, Spark and Python are
 * left out, and paths are the learner's, relative to the submission.
 *
 * @param file that the message is about, where that is known
 */
export function faultOf(message: string, file?: string): Fault {
  const lines = learnersPaths(message).split('\n').map(withoutMark);
  const frames = framesIn(lines);
  const own = frames.filter(isOwn);
  const [reason = '', ...more] = lines.slice(frames.at(-1)?.end ?? 0).filter((line) => line.trim() !== '');
  const inConftest = atEnd.exec(reason);
  if (inConftest) {
    const [, what = '', name = '', line = ''] = inConftest;
    return { headline: `${file?.endsWith(name) ? file : name}, line ${line}: ${what}`, frames: [], more };
  }
  const last = own.at(-1);
  const place = last ? placeOf(last) : file && !reason.startsWith(file) ? file : undefined;
  return { headline: [place, reason.trim()].filter(Boolean).join(': '), frames: own, more };
}

export const placeOf = ({ file, line }: Pick<Frame, 'file' | 'line'>) => `${file}, line ${line}`;

/** Where a sandbox has the suite: whatever stands before it means nothing to a learner. */
const learnersPaths = (text: string) => text.replace(/(?:file:\/*)?\/work\/\w+\/suite\//g, '');

/** Without the E by which pytest marks what an exception says, and what it adds of a fixture that isn't there. */
const withoutMark = (line: string) => line.replace(/^E {7}(?=fixture ')|^E(?: {3}|$)|^> {7}/, '');

/** `test_a.py:8: in test_x`, `File "test_a.py", line 8, in test_x` and, of a fixture, `file test_a.py, line 8`. */
const frameForms = [/^(\S[^:]*):(\d+): in /, /^\s*File "([^"]+)", line (\d+)/, /^file (.+), line (\d+)$/];

/** `SyntaxError: expected ':' (conftest.py, line 3)`. */
const atEnd = /^(\w+Error: .*) \(([^()]+), line (\d+)\)$/;

interface FrameInText extends Frame {
  /** The first line after its quote. */
  readonly end: number;
}

function framesIn(lines: readonly string[]): FrameInText[] {
  return lines.flatMap((text, at) => {
    const [, file, line] = frameForms.map((form) => form.exec(text)).find((found) => found !== null) ?? [];
    if (file === undefined || line === undefined) return [];
    const after = lines.slice(at + 1);
    const length = after.findIndex((next) => !/^ {2}\s*\S/.test(next) || frameForms[1]?.test(next));
    const end = at + 1 + (length === -1 ? after.length : length);
    return [{ file, line, quote: lines.slice(at + 1, end), end }];
  });
}

/** Files outside of the suite have absolute paths, Python's own built-in ones are in angle brackets. */
const isOwn = ({ file }: Frame) => !/^(?:\/|<|\.\.\/)/.test(file);
