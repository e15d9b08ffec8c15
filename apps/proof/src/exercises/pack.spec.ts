import { describe, expect, it } from '@jest/globals';
import { packProblems } from './pack.js';

const hidden = 'def secret_helper(orders):\n    return orders.dropDuplicates()\n';
const pack = {
  visibleFiles: [{ path: 'pipeline.py', content: 'def clean(orders):\n    return orders\n' }],
  starterFiles: [{ path: 'test_orders.py', content: 'import pytest\n' }],
  readme: '# Clean the orders\n',
  reference: [
    { path: 'pipeline.py', content: 'def clean(orders):\n    return orders\n' },
    { path: 'helpers.py', content: hidden },
    { path: '__init__.py', content: '' },
  ],
  overlays: new Map([
    ['fan-out', [{ path: 'pipeline.py', content: 'def clean(orders):\n    return orders.join(1)\n' }]],
  ]),
};

describe("a learner's pack", () => {
  it('holds nothing hidden', () => {
    expect(packProblems(pack)).toEqual([]);
  });

  it.each([
    ['starter/helpers.py', { starterFiles: [{ path: 'helpers.py', content: hidden }] }],
    ['README.md', { readme: `Look:\n\n${hidden}\n` }],
  ])('is refused when %s gives a hidden file away', (path, part) => {
    expect(packProblems({ ...pack, ...part })).toEqual([
      `${path} gives reference/helpers.py away, which learners must not see`,
    ]);
  });

  it('may hold what a bug only begins like', () => {
    const starterFiles = [
      { path: 'x.py', content: 'def clean(orders):\n    return orders.join(1).distinct()\n' },
    ];
    expect(packProblems({ ...pack, starterFiles })).toEqual([]);
  });

  it('is refused when it holds a bug', () => {
    const starterFiles = [{ path: 'x.py', content: 'def clean(orders):\n    return orders.join(1)\n' }];
    expect(packProblems({ ...pack, starterFiles })).toEqual([
      'starter/x.py gives variants/fan-out/pipeline.py away, which learners must not see',
    ]);
  });
});
