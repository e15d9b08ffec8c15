import { describe, expect, it } from '@jest/globals';
import { mayChangeState } from './origin.js';

const post = { method: 'POST', host: 'lakeproof.test:4300', origin: undefined, fetchSite: undefined };

describe('a request that changes state', () => {
  it.each([
    ['from a page of ours', { origin: 'http://lakeproof.test:4300' }, true],
    ['from a program without an origin', {}, true],
    ['from another host', { origin: 'https://evil.test' }, false],
    ['from another port of our host', { origin: 'http://lakeproof.test:9' }, false],
    ['from a host whose name begins with ours', { origin: 'http://lakeproof.test:4300.evil.test' }, false],
    ['from a sandboxed frame', { origin: 'null' }, false],
    ['from another site that hides its origin', { fetchSite: 'cross-site' }, false],
    ['from a sibling host that hides its origin', { fetchSite: 'same-site' }, false],
    ['from our page without an origin', { fetchSite: 'same-origin' }, true],
  ])('%s', (_, given, allowed) => {
    expect(mayChangeState({ ...post, ...given })).toBe(allowed);
  });

  it('is not one that only reads', () => {
    expect(mayChangeState({ ...post, method: 'GET', origin: 'https://evil.test' })).toBe(true);
  });
});
