/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { stored } from './stored.js';

const place = stored('here', z.strictObject({ count: z.number() }));

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

describe('a place in the browser', () => {
  it('gives back what it keeps, until it is to forget', () => {
    expect(place.read()).toBeUndefined();
    expect(place.keep({ count: 2 })).toBe(true);
    expect(stored('here', z.unknown()).read()).toEqual({ count: 2 });
    expect(place.read()).toEqual({ count: 2 });
    expect(place.forget()).toBe(true);
    expect(place.read()).toBeUndefined();
  });

  it.each([
    ['something else', '{"sum":2}'],
    ['no JSON', '{'],
  ])('that holds %s counts as empty', (_, text) => {
    localStorage.setItem('here', text);
    expect(place.read()).toBeUndefined();
  });

  it('says when the browser refuses', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(full);
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(full);
    expect(place.keep({ count: 1 })).toBe(false);
    expect(place.read()).toBeUndefined();
  });
});
