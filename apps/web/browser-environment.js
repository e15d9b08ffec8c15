import { TestEnvironment } from 'jest-environment-jsdom';

const noQueryMatches = (media) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
});

/** Nothing has a size in jsdom, so none changes. */
class NoResizes {
  observe() {}
  disconnect() {}
}

/** jsdom, with what browsers have and it has not. A spec asks for it in its first line. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const { TextEncoder, Response, structuredClone } = globalThis;
    Object.assign(this.global, { TextEncoder, Response, structuredClone });
    Object.assign(this.global, { matchMedia: noQueryMatches, scrollTo: () => undefined });
    this.global.ResizeObserver ??= NoResizes;
    this.global.Element.prototype.scrollIntoView ??= () => undefined;
  }
}
