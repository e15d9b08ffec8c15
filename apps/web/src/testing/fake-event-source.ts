/** An event stream that a spec speaks through; jsdom has none. */
export class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: FakeEventSource[] = [];
  readyState = 1;

  constructor(readonly url: string) {
    super();
    FakeEventSource.opened.push(this);
  }

  say(event: { readonly type: string }): void {
    this.dispatchEvent(new MessageEvent(event.type, { data: JSON.stringify(event) }));
  }

  /** The connection broke; a browser would try to get it back. */
  stumble(): void {
    this.dispatchEvent(new Event('error'));
  }

  /** Another answer than a stream came; a browser gives up. */
  refuse(): void {
    this.readyState = FakeEventSource.CLOSED;
    this.stumble();
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
}
