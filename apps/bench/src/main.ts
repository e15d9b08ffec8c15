/** Entry of script/bench: measures, prints the tables, keeps what it is told to keep. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withSection } from './document.js';
import { parseOptions, usage, type BenchOptions } from './options.js';
import { run } from './run.js';
import { report } from './table.js';

const documentPath = join(import.meta.dirname, '../../../docs/benchmarks.md');

async function main(options: BenchOptions): Promise<void> {
  const result = await run(options, (line) => process.stderr.write(`${line}\n`));
  if (options.json) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
  const text = report(result);
  process.stdout.write(text);
  if (options.write) await writeFile(documentPath, withSection(await readFile(documentPath, 'utf8'), text));
}

if (process.argv.includes('--help')) process.stdout.write(usage);
else
  try {
    await main(parseOptions(process.argv.slice(2)));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    // What hung would keep the process.
    process.exit(1);
  }
