import { describe, expect, it } from '@jest/globals';
import { contentDigest, type SubmissionContent } from './content-digest.js';

const one = { path: 'test_one.py', content: 'def test(): pass' };
const two = { path: 'test_two.py', content: 'x = 1' };
const sent: SubmissionContent = { exercise: 'clean-orders', kind: 'submit', files: [one, two] };

describe('the content of a submission', () => {
  it('is the same in whatever order its files come', () => {
    expect(contentDigest({ ...sent, files: [two, one] })).toBe(contentDigest(sent));
  });

  it.each<[string, Partial<SubmissionContent>]>([
    ['another exercise', { exercise: 'join-orders' }],
    ['another kind', { kind: 'run' }],
    ['another file', { files: [one, { ...two, content: 'x = 2' }] }],
    ['another name', { files: [one, { ...two, path: 'test_three.py' }] }],
    ['a file less', { files: [one] }],
    [
      'contents that changed places',
      {
        files: [
          { ...one, content: two.content },
          { ...two, content: one.content },
        ],
      },
    ],
  ])('differs for %s', (_, other) => {
    expect(contentDigest({ ...sent, ...other })).not.toBe(contentDigest(sent));
  });
});
