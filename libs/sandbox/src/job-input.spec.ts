import { describe, expect, it } from '@jest/globals';
import { harnessJobSchema, type SandboxJob } from '@lakeproof/contracts';
import { extract } from 'tar-stream';
import { jobInput } from './job-input.js';
import { NumberedVariants } from './numbered-variants.js';
import { header as example } from './testing/protocol-fixtures.js';

const job: SandboxJob = {
  mode: 'tests',
  engine: 'classic',
  reference: [
    { path: 'pipeline.py', content: 'def clean(orders): ...\n' },
    { path: 'data/orders.parquet', content: new Uint8Array([0x50, 0xff, 0x00]) },
  ],
  submission: [{ path: 'test_orders.py', content: '# Zürich\n' }],
  variants: [
    { name: 'reference', kind: 'correct', conf: {}, overlay: [] },
    {
      name: 'null-status-lost',
      kind: 'mutant',
      conf: { 'spark.sql.session.timeZone': 'Asia/Kolkata' },
      overlay: [{ path: 'pipeline.py', content: 'lost' }],
    },
  ],
  limits: { seconds: 60, variantSeconds: 20, memoryMiB: 2048 },
};
const reversed = new NumberedVariants(job.variants, (below) => below - 1);

function taken(input: Buffer) {
  const end = input.indexOf(10);
  const header = harnessJobSchema.parse(JSON.parse(input.subarray(0, end).toString()));
  return { header, tar: input.subarray(end + 1) };
}

async function unpacked(tar: Buffer): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {};
  const archive = extract();
  archive.on('entry', ({ name }, stream, next) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      files[name] = Buffer.concat(chunks);
      next();
    });
  });
  const finished = new Promise((resolve) => archive.on('finish', resolve));
  archive.end(tar);
  await finished;
  return files;
}

describe('what goes into a sandbox', () => {
  it('is the header that the harness is tried with, and as many bytes of tar as it says', () => {
    const { header, tar } = taken(jobInput(job, reversed, 2));
    expect(header).toEqual({ ...example, tarBytes: tar.length });
  });

  it('holds the files byte for byte, overlays under the numbers of their variants', async () => {
    const { tar } = taken(jobInput(job, reversed, 1));
    const files = await unpacked(tar);
    expect(Object.keys(files).sort()).toEqual([
      'reference/data/orders.parquet',
      'reference/pipeline.py',
      'submission/test_orders.py',
      'variants/1/pipeline.py',
    ]);
    expect(files['reference/data/orders.parquet']).toEqual(Buffer.from([0x50, 0xff, 0x00]));
    expect(files['submission/test_orders.py']?.toString()).toBe('# Zürich\n');
  });

  it('names no variant and no kind', () => {
    const input = jobInput(job, reversed, 1).toString('latin1');
    expect(input).not.toMatch(/null-status-lost|mutant|correct/);
  });

  it.each(['../outside.py', '/etc/passwd', 'a/../../b.py', 'a\\b.py'])('refuses the path %s', (path) => {
    const hostile = { ...job, submission: [{ path, content: '' }] };
    expect(() => jobInput(hostile, reversed, 1)).toThrow(/relative path/);
  });
});
