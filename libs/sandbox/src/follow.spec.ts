import { describe, expect, it } from '@jest/globals';
import type { HarnessEvent, SandboxVariant } from '@lakeproof/contracts';
import { follow } from './follow.js';
import { ProtocolError } from './harness-events.js';
import { NumberedVariants } from './numbered-variants.js';
import { ReportWriter, type SandboxEvent } from './report-writer.js';

const variants: SandboxVariant[] = ['reference', 'fan-out'].map((name) => ({
  name,
  kind: 'correct',
  conf: {},
  overlay: [],
}));
const ended = (variant: number): HarnessEvent => ({
  event: 'variant',
  variant,
  end: 'finished',
  seconds: 1,
  message: '',
});
const connectionLost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const done: HarnessEvent = { event: 'done', seconds: 2 };

/** Follows these events; an Error among them is thrown in its place. */
async function followed(said: (HarnessEvent | Error)[], { hopelessOn = -1, seconds = 60 } = {}) {
  const report = new ReportWriter(new NumberedVariants(variants), () => 30);
  const told: SandboxEvent[] = [];
  // eslint-disable-next-line @typescript-eslint/require-await -- stands for a container
  const events = (async function* () {
    for (const event of said) {
      if (event instanceof Error) throw event;
      yield event;
    }
  })();
  const end = await follow(events, report, {
    onEvent: (event) => told.push(event),
    hopeless: (event) => 'variant' in event && event.variant === hopelessOn,
    seconds,
  });
  return { end, told: told.length };
}

describe('following a job', () => {
  it('ends when the harness is done', async () => {
    expect(await followed([ended(0), ended(1), done, ended(0)])).toEqual({ end: { kind: 'done' }, told: 2 });
  });

  it('takes an early end after the deadline for the deadline', async () => {
    const report = await followed([ended(0), done], { seconds: 0 });
    expect(report.end).toEqual({ kind: 'stopped', why: 'deadline' });
  });

  it('takes an early end before the deadline for what it says: grading sees what is missing', async () => {
    expect((await followed([ended(0), done])).end).toEqual({ kind: 'done' });
  });

  it('ends when it is hopeless', async () => {
    expect(await followed([ended(0), ended(1), done], { hopelessOn: 0 })).toEqual({
      end: { kind: 'stopped', why: 'hopeless' },
      told: 1,
    });
  });

  it('tells nobody of events that are dropped, and stops for none of them', async () => {
    expect(await followed([ended(7), done], { hopelessOn: 7 })).toEqual({ end: { kind: 'done' }, told: 0 });
  });

  it.each<[string, (HarnessEvent | Error)[], string]>([
    ['breaks', [{ event: 'broken', reason: 'no JVM' }], 'no JVM'],
    ['ends early', [ended(0)], 'before its job was done'],
    ['speaks nonsense', [new ProtocolError('garbage', 'no event')], 'no event'],
    ['loses its connection', [connectionLost], 'ECONNRESET'],
  ])('hands on the cause when the harness %s', async (_, said, cause) => {
    expect((await followed(said)).end).toMatchObject({ message: expect.stringContaining(cause) as unknown });
  });

  it('throws an error of our own code: it is no end of a job', async () => {
    await expect(followed([new TypeError('a bug of the parser')])).rejects.toThrow('a bug of the parser');
  });

  it('calls a flood a flood', async () => {
    const { end } = await followed([ended(0), new ProtocolError('flood', 'too much')]);
    expect(end).toEqual({ kind: 'too-much-output' });
  });
});
