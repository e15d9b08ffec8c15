/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useFiles } from './use-files.js';

const exercise = {
  slug: 'clean-orders',
  starterFiles: [
    { path: 'test_orders.py', content: 'start' },
    { path: 'conftest.py', content: 'fixtures' },
  ],
};
const opened = (user = 'ada', given = exercise) => renderHook(() => useFiles(user, given)).result;
const pathsOf = ({ current }: ReturnType<typeof opened>) => current.files.map(({ path }) => path);

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

describe("a learner's files", () => {
  it('are the starter at first', () => {
    const files = opened();
    expect(files.current.files).toEqual(exercise.starterFiles);
    expect(files.current.isChanged).toBe(false);
  });

  it('are found as they were left, by the one who left them, on that exercise', () => {
    const files = opened();
    act(() => {
      files.current.edit('test_orders.py', 'mine');
    });
    act(() => {
      files.current.add('test_more.py');
    });
    expect(opened().current.files).toEqual(files.current.files);
    expect(opened().current.isChanged).toBe(true);
    expect(opened('grace').current.files).toEqual(exercise.starterFiles);
    expect(opened('ada', { ...exercise, slug: 'other' }).current.isChanged).toBe(false);
  });

  it('that are own ones are added, renamed and removed', () => {
    const files = opened();
    act(() => {
      files.current.add('a.py');
    });
    act(() => {
      files.current.rename('a.py', 'b.py');
    });
    expect(pathsOf(files)).toEqual(['test_orders.py', 'conftest.py', 'b.py']);
    expect(files.current.isOwn('b.py')).toBe(true);
    expect(files.current.isOwn('conftest.py')).toBe(false);
    act(() => {
      files.current.remove('b.py');
    });
    expect(files.current.files).toEqual(exercise.starterFiles);
  });

  it.each([
    ['a reset', 'reset'],
    ['the starter typed back', 'edit'],
  ] as const)('leave nothing behind in the browser after %s', (_, way) => {
    const files = opened();
    act(() => {
      files.current.edit('test_orders.py', 'mine');
    });
    expect(localStorage).toHaveLength(1);
    act(() => {
      if (way === 'reset') files.current.reset();
      else files.current.edit('test_orders.py', 'start');
    });
    expect(files.current.files).toEqual(exercise.starterFiles);
    expect(localStorage).toHaveLength(0);
  });

  it('of an older submission take the place of those in the editor', () => {
    const files = opened();
    act(() => {
      files.current.add('mine.py');
    });
    act(() => {
      files.current.replace([{ path: 'test_orders.py', content: 'older' }]);
    });
    // The starter's other file is part of the exercise, so it is there again.
    expect(files.current.files).toEqual([
      { path: 'test_orders.py', content: 'older' },
      exercise.starterFiles[1],
    ]);
  });

  it('can be edited where the browser keeps nothing, which is said', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('off', 'SecurityError');
    });
    const files = opened();
    expect(files.current.kept).toBe(true);
    act(() => {
      files.current.edit('test_orders.py', 'mine');
    });
    expect(files.current.files[0]?.content).toBe('mine');
    expect(files.current.kept).toBe(false);
  });

  it('are the starter when the draft can not be read', () => {
    localStorage.setItem('lakeproof:draft:ada:clean-orders', '{"changed":"?"}');
    expect(opened().current.files).toEqual(exercise.starterFiles);
  });
});
