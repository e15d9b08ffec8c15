import { describe, expect, it } from '@jest/globals';
import { refuseHugeShape, shapeLimits } from './body-shape.js';

const { depth, values } = shapeLimits;
const check = (json: string) => {
  refuseHugeShape(Buffer.from(json));
};
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const list = (items: number) => `[${Array.from({ length: items }, () => '0').join(',')}]`;

describe('the shape of a body', () => {
  it.each([
    ['as deep as may be', nested(depth)],
    ['as many items as may be', list(values)],
    ['brackets and commas in a text', JSON.stringify({ a: nested(100) + ','.repeat(values + 1) })],
    ['an escaped quote in a text', `{"a":"\\"${','.repeat(values + 1)}"}`],
    ['a backslash at the end of a text', JSON.stringify(['\\', '\\\\', nested(depth)])],
    ['letters beyond ASCII', JSON.stringify(['文字"é'.repeat(1000)])],
    ['nothing', ''],
    ['what is no JSON', ']]]]"'],
  ])('may have %s', (_, json) => {
    expect(() => {
      check(json);
    }).not.toThrow();
  });

  it.each([
    ['too deep', nested(depth + 1), /more than 16 deep/],
    ['too deep in objects', '{"a":'.repeat(depth + 1), /more than 16 deep/],
    ['too many items', list(values + 1), /more than 10,000 values/],
    ['too many members', `{${'"a":0,'.repeat(values)}"b":0}`, /more than 10,000 values/],
    ['too many empty lists', `[${'[],'.repeat(values / 2)}[]]`, /more than 10,000 values/],
  ])('is refused when it is %s', (_, json, message) => {
    expect(() => {
      check(json);
    }).toThrow(expect.objectContaining({ code: 'invalid-request', detail: expect.stringMatching(message) }));
  });
});
