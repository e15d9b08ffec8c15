import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { openApiFile, openApiText } from './file.js';

await writeFile(openApiFile, await openApiText());
console.log(`Wrote ${openApiFile}`);
