// Digests of what the runner image is made from, as lines NAME=DIGEST.
//   runner-digests.mjs FOLDER
// `whole`: every byte of it: another one, and the image is built again. The others say what has to be verified
// again (docs/checks.md): `stock` what Spark and its packages are, `semantics` what decides how a suite's tests
// end, `mechanics` the rest of the harness. Python's comments and docstrings don't count in those.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonCode } from './python-code.mjs';

const [folder] = process.argv.slice(2);

const notInTheImage =
  /^(?:README\.md|test|requirements-checks\.txt|harness\/tests\/|conformance\/|protocol\/|certs\/)|(?:^|\/)(?:__pycache__\/|\.)|\.pyc$/;
const stock = /^(?:requirements|jars\.sha256|Dockerfile)/;
const semantics =
  /^harness\/(?:lakeproof\/|lakeproof_harness\/(?:child|jvm)\/|lakeproof_harness\/folder\.py)/;

const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
  .filter((path) => !notInTheImage.test(path))
  .sort();

function digest(chosen, contentOf) {
  const hash = createHash('sha256');
  for (const path of chosen) hash.update(`${path}\0`).update(contentOf(path)).update('\0');
  return hash.digest('hex');
}

const bytes = (path) => readFileSync(join(folder, path));
const code = (path) => (path.endsWith('.py') ? pythonCode(bytes(path).toString('utf8')) : bytes(path));
const part = (path) => (stock.test(path) ? 'stock' : semantics.test(path) ? 'semantics' : 'mechanics');

console.log(`whole=${digest(paths, bytes)}`);
for (const name of ['stock', 'semantics', 'mechanics'])
  console.log(
    `${name}=${digest(
      paths.filter((path) => part(path) === name),
      code,
    )}`,
  );
