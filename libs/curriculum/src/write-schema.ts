import { writeFile } from 'node:fs/promises';
import { exerciseJsonSchema } from './json-schema.js';

await writeFile(new URL('../../../exercises/exercise.schema.json', import.meta.url), exerciseJsonSchema());
