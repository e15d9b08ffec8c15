import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { endWithin } from './shutdown.js';

describe('a service that is told to stop', () => {
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('ends when its orderly end hangs, and not before its time', () => {
    jest.useFakeTimers();
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    endWithin(20, pino({ level: 'silent' }));

    jest.advanceTimersByTime(60_000);
    expect(exit).not.toHaveBeenCalled();

    process.emit('SIGTERM');
    jest.advanceTimersByTime(19_999);
    expect(exit).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(exit).toHaveBeenCalledWith(1);
  });
});
