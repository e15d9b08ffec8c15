/** Bundles each program (a folder with a main.ts) into one file that runs without the workspace's builds: dist/<folder>.js. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const programs = readdirSync(join(root, 'src')).filter((name) =>
  existsSync(join(root, 'src', name, 'main.ts')),
);

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: programs.map((name) => ({ in: `src/${name}/main.ts`, out: name })),
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // The libraries' sources, as jest takes them: no build of theirs has to be there.
  conditions: ['source'],
  // Reached only by DOCKER_HOST=ssh://…, and partly native.
  external: ['ssh2', 'cpu-features'],
  // Packages in CommonJS ask for Node's own modules by require.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
  metafile: true,
});

// Goes into the sandbox as it is.
const pageProgram = 'src/pages/test_page.py';
await copyFile(join(root, pageProgram), join(root, 'dist/test_page.py'));

// What each is built from: it refuses to run once that has changed (src/stamps/built-from.ts).
const workspace = join(root, '../..');
for (const name of programs) {
  const sources = Object.keys(metafile.outputs[`dist/${name}.js`].inputs).filter(
    (path) => !path.includes('node_modules/'),
  );
  const digests = await Promise.all([...sources, ...(name === 'pages' ? [pageProgram] : [])].map(digestOf));
  await writeFile(join(root, `dist/${name}.js.sources.json`), JSON.stringify(Object.fromEntries(digests)));
}

async function digestOf(path) {
  const file = join(root, path);
  return [
    relative(workspace, file),
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  ];
}
