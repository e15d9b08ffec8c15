/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cohortIdSchema } from '@lakeproof/contracts';
import { act, renderHook, waitFor } from '@testing-library/react';
import { answer, fakeApi, problem, unreachable } from '../testing/fake-api.js';
import { pendingPlace } from './pending.js';
import { useSending } from './use-sending.js';

const id = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
const receipt = { id, state: 'queued', position: 1 };
const cohort = cohortIdSchema.parse('5f1c5b0e-8a8e-4f6f-8b57-0c7f3c1d2e4a');
const files = [{ path: 'test_orders.py', content: 'def test_it(): pass' }];
const left = {
  key: '11111111-1111-4111-8111-111111111111',
  exercise: 'clean-orders',
  body: { kind: 'run', files },
} as const;
const kept = pendingPlace('ada', 'clean-orders');

function opened() {
  const told = { onAccepted: jest.fn(), onUnderWay: jest.fn(), onSignedOut: jest.fn() };
  const hook = renderHook(() => useSending({ user: 'ada', exercise: 'clean-orders', cohort, ...told }));
  return { ...told, ...hook };
}
/** An answer that comes when it is told to. */
function later() {
  let give: (response: Response) => void;
  const promise = new Promise<Response>((resolve) => {
    give = resolve;
  });
  const come = () =>
    act(async () => {
      give(answer(202, receipt));
      await promise;
    });
  return { promise, come };
}
const keyOf = (call: Parameters<ReturnType<typeof fakeApi>> | undefined) =>
  (call?.[1].headers as Record<string, string> | undefined)?.['idempotency-key'];

afterEach(() => {
  localStorage.clear();
});

describe('a submission', () => {
  it('is kept until it is answered, then told and forgotten', async () => {
    const { promise, come } = later();
    const asked = fakeApi(() => promise);
    const { result, onAccepted } = opened();
    act(() => {
      result.current.send('submit', files);
    });
    expect(result.current.sending).toEqual({ kind: 'submit', failures: 0, told: null });
    expect(kept.read()?.key).toBe(keyOf(asked.mock.calls[0]));
    expect(JSON.parse(asked.mock.calls[0]?.[1].body as string)).toEqual({ kind: 'submit', files, cohort });
    await come();
    expect(onAccepted).toHaveBeenCalledWith(receipt);
    expect(result.current.sending).toBeNull();
    expect(kept.read()).toBeUndefined();
  });

  it('goes out once, however often one asks while it is on its way', async () => {
    const { promise, come } = later();
    const asked = fakeApi(() => promise);
    const { result, onAccepted } = opened();
    act(() => {
      result.current.send('submit', files);
      result.current.send('submit', files);
    });
    await come();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(onAccepted).toHaveBeenCalledTimes(1);
  });

  it('goes out again with the same key when the connection is back', async () => {
    let online = false;
    const asked = fakeApi(() => (online ? Promise.resolve(answer(202, receipt)) : unreachable()));
    const { result, onAccepted } = opened();
    act(() => {
      result.current.send('submit', files);
    });
    await waitFor(() => {
      expect(result.current.sending).toEqual({ kind: 'submit', failures: 1, told: null });
    });
    online = true;
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await waitFor(() => {
      expect(onAccepted).toHaveBeenCalledWith(receipt);
    });
    expect(keyOf(asked.mock.calls[1])).toBe(keyOf(asked.mock.calls[0]));
  });

  it('that Lakeproof can not take in yet says what it was told', async () => {
    fakeApi(() => Promise.resolve(problem(503, 'unavailable')));
    const { result } = opened();
    act(() => {
      result.current.send('submit', files);
    });
    await waitFor(() => {
      expect(result.current.sending?.told).toBe('Told: unavailable.');
    });
    expect(kept.read()).toBeDefined();
  });

  it('with a file that is not allowed is not sent, and says why', () => {
    const asked = fakeApi(unreachable);
    const { result } = opened();
    act(() => {
      result.current.send('submit', [{ path: '../secret.py', content: '' }]);
    });
    expect(result.current.problem?.sentence).toMatch(/^Not sent: .+\.$/);
    expect(result.current.sending).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  it('that is refused because another is under way leads there', async () => {
    fakeApi(() => Promise.resolve(problem(409, 'under-way', { submission: id })));
    const { result, onUnderWay } = opened();
    act(() => {
      result.current.send('submit', files);
    });
    await waitFor(() => {
      expect(result.current.problem).toEqual({ sentence: 'Told: under-way.', underWay: id });
    });
    expect(onUnderWay).toHaveBeenCalledWith(id);
    expect(result.current.sending).toBeNull();
    expect(kept.read()).toBeUndefined();
  });

  it('outlives the session: after the login it is still there to be sent', async () => {
    fakeApi(() => Promise.resolve(problem(401, 'not-signed-in')));
    const { result, onSignedOut } = opened();
    act(() => {
      result.current.send('submit', files);
    });
    await waitFor(() => {
      expect(onSignedOut).toHaveBeenCalled();
    });
    expect(kept.read()?.body.files).toEqual(files);
    expect(result.current.problem).toBeNull();
  });

  it('that is given up is forgotten, and a late answer changes nothing', async () => {
    const { promise, come } = later();
    fakeApi(() => promise);
    const { result, onAccepted } = opened();
    act(() => {
      result.current.send('submit', files);
    });
    act(() => {
      result.current.giveUp();
    });
    expect(result.current.sending).toBeNull();
    expect(kept.read()).toBeUndefined();
    await come();
    expect(onAccepted).not.toHaveBeenCalled();
  });
});

describe('a page that was left while a submission was on its way', () => {
  it('sends it when it is opened again, with the same key', async () => {
    kept.keep({ ...left, body: { ...left.body, files: [...files] } });
    const asked = fakeApi(() => Promise.resolve(answer(202, receipt)));
    const { result, onAccepted } = opened();
    expect(result.current.sending?.kind).toBe('run');
    await waitFor(() => {
      expect(onAccepted).toHaveBeenCalledWith(receipt);
    });
    expect(keyOf(asked.mock.calls[0])).toBe(left.key);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(kept.read()).toBeUndefined();
  });

  it('keeps it, and tells nobody of an answer that comes after', async () => {
    const asked = fakeApi(unreachable);
    const { result, unmount, onAccepted } = opened();
    act(() => {
      result.current.send('submit', files);
    });
    await waitFor(() => {
      expect(result.current.sending?.failures).toBe(1);
    });
    unmount();
    await act(async () => {
      window.dispatchEvent(new Event('online'));
      await Promise.resolve();
    });
    expect(kept.read()?.key).toBe(keyOf(asked.mock.calls[0]));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(onAccepted).not.toHaveBeenCalled();
  });
});
