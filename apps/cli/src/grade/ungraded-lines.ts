import { type Paint, printable } from '@lakeproof/terminal';
import { faultOf, placeOf, type Fault } from './fault.js';

/**
 * Why there is no grade. Where a file of the learner's is to blame, the first line says which, where and why; what to do
 * and the code there follow. Anything else stands as the verdict tells it.
 */
export function ungradedLines(message: string, paint: Paint): string[] {
  const [sentence = '', ...place] = message.split('\n');
  const [, node = '', told] = aboutFile.exec(place.join('\n')) ?? [];
  if (told === undefined) return message.split('\n').map(printable);
  const fault = faultOf(told, node.split('::')[0]);
  return [
    paint('bold', printable(fault.headline)),
    ...cutAfter(10, fault.more),
    '',
    printable(sentence),
    ...quotes(fault),
  ];
}

/** `tests/test_orders.py: …`, or a class of it. Without blanks, so that no sentence is taken for a path. */
const aboutFile = /^((?:[^\s:]|::)+\.py(?:::[^\s:]+)*): ([\s\S]+)$/;

/** The last calls on the way to the fault: the code that is to blame is there. */
const quotes = ({ frames }: Fault) =>
  frames.slice(-5).flatMap((frame) => ['', printable(placeOf(frame)), ...cutAfter(5, frame.quote)]);

const cutAfter = (most: number, lines: readonly string[]) => [
  ...lines.slice(0, most).map(printable),
  ...(lines.length > most ? ['…'] : []),
];
