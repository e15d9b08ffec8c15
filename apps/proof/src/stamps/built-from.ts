import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SentenceError } from '@lakeproof/terminal';
import { z } from 'zod';

/** Beside a bundle, written by build.js; specs run the sources themselves, which have none. */
const ofThisBundle = fileURLToPath(`${import.meta.url}.sources.json`);

/** SHA-256 (hex) of each source by its path from the root. */
const sourcesSchema = z.record(z.string(), z.string());

/**
 * A stamp says that the code that is there was verified: so what runs must be built from it.
 *
 * @throws SentenceError naming the packages that changed since the build
 */
export function refuseOldBuild(env: NodeJS.ProcessEnv, list = ofThisBundle): void {
  if (!existsSync(list)) return;
  const root = env.LAKEPROOF_ROOT ?? '.';
  const sources = Object.entries(sourcesSchema.parse(JSON.parse(readFileSync(list, 'utf8'))));
  const changed = sources.filter(([path, digest]) => digestOf(join(root, path)) !== digest);
  const packages = [...new Set(changed.map(([path]) => path.split('/').slice(0, 2).join('/')))].sort();
  if (packages.length > 0)
    throw new SentenceError(`Changed since the last build: ${packages.join(', ')}. Run: npm run build`);
}

/** Undefined: the file is gone. */
function digestOf(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
