import { z } from 'zod';
import { countedList } from './counted-list.js';
import { causeSchema, testOutcomeSchema } from './verdict.js';

/** Raised with every change that an older harness or host would misread. */
export const harnessProtocol = 1;

/** Settings a session may have of its own. Others belong to the SparkContext, which variants share. */
const sessionConfSchema = z.record(z.string().regex(/^spark\.(?:sql|databricks)\./), z.string());

const variantNumber = z.number().int().min(0).max(999);
const count = (max: number) => z.number().int().min(1).max(max);
const day = z.number().min(0.001).max(86_400);

/**
 * The header line on the harness's stdin; `tarBytes` bytes of tar follow it. The tar holds
 * `reference/…`, `variants/<n>/…` (overlays) and `submission/…`. Variants carry numbers in the
 * order they run, never names or kinds: what isn't in the container can't be read there.
 */
export const harnessJobSchema = z.strictObject({
  protocol: z.literal(harnessProtocol),
  mode: z.enum(['tests', 'code']),
  engine: z.enum(['classic', 'connect', 'cluster']),
  variants: z
    .array(z.strictObject({ n: variantNumber, conf: sessionConfSchema }))
    .max(1000)
    .refine((variants) => new Set(variants.map(({ n }) => n)).size === variants.length),
  limits: z.strictObject({
    /** Seconds for all variants together, counted from the header. */
    seconds: day,
    variantSeconds: day,
    /** Variants that run at the same time. */
    parallel: count(64),
    /** Tests that are collected at most; more end the variant. */
    tests: count(1000),
    /** Bytes of captured output kept for one test, and for a whole variant before it is ended. */
    testOutputBytes: count(2 ** 30),
    outputBytes: count(2 ** 30),
    /** The harness keeps to what an event may hold, however much more is asked for here. */
    idChars: count(2 ** 20),
    messageChars: count(2 ** 20),
  }),
  tarBytes: z
    .number()
    .int()
    .min(0)
    .max(32 * 2 ** 20),
});
export type HarnessJob = z.infer<typeof harnessJobSchema>;

const text = (max: number) => z.string().max(max);
const seconds = z.number().min(0).max(100_000);

/** How collecting a file went wrong. */
export const collectionFailureSchema = z.strictObject({
  file: text(500),
  reason: z.enum(['syntax-error', 'import-error', 'collection-error']),
  message: text(4000),
});
export type CollectionFailure = z.infer<typeof collectionFailureSchema>;

/** How a variant's process ended. `exited`: it ended itself before pytest was done. */
export const variantEndSchema = z.enum([
  'finished',
  'timeout',
  'exited',
  'out-of-memory',
  'too-much-output',
  'too-many-tests',
]);
export type VariantEnd = z.infer<typeof variantEndSchema>;

/** One line of NDJSON on the harness's stdout. Untrusted: a learner's code runs beside the harness. */
export const harnessEventSchema = z.discriminatedUnion('event', [
  /** The JVM is warm; the harness waits for the header. */
  z.strictObject({
    event: z.literal('ready'),
    protocol: z.literal(harnessProtocol),
    /** From the process's start to the session, and to the end of the warm-up. */
    sessionSeconds: seconds,
    warmSeconds: seconds,
  }),
  z.strictObject({
    event: z.literal('collected'),
    variant: variantNumber,
    tests: countedList(text(500), 1000),
    failures: countedList(collectionFailureSchema, 64),
    /** Options dropped, settings ignored: sentences for the learner. */
    notes: countedList(text(500), 50),
  }),
  z.strictObject({
    event: z.literal('test'),
    variant: variantNumber,
    id: text(500),
    outcome: testOutcomeSchema,
    cause: causeSchema.nullable(),
    seconds,
    message: text(4000),
    /** The test's own stdout and stderr, cut to the limit. */
    output: text(70_000),
  }),
  z.strictObject({
    event: z.literal('variant'),
    variant: variantNumber,
    end: variantEndSchema,
    seconds,
    /** Why it ended so: the exit code, the test that was running. Empty when finished. */
    message: text(4000),
  }),
  /** Something for the trainer that changes no score: a read of the code under test as text, a process started. */
  z.strictObject({
    event: z.literal('note'),
    variant: variantNumber,
    code: text(60),
    detail: text(500),
    /** The test that ran, null while files were imported. */
    test: text(500).nullable().default(null),
  }),
  z.strictObject({ event: z.literal('done'), seconds }),
  /** The harness can't go on: our fault, never the learner's. */
  z.strictObject({ event: z.literal('broken'), reason: text(2000) }),
]);
export type HarnessEvent = z.infer<typeof harnessEventSchema>;

type EventOf<K extends HarnessEvent['event']> = Extract<HarnessEvent, { event: K }>;
export type CollectedEvent = EventOf<'collected'>;
export type TestEvent = EventOf<'test'>;
export type VariantEvent = EventOf<'variant'>;
export type NoteEvent = EventOf<'note'>;
