/** Bundles each program (a folder with a main.ts) into one file that runs without the workspace's builds: dist/<folder>.js. */
import { existsSync, readdirSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const programs = readdirSync(join(root, 'src')).filter((name) =>
  existsSync(join(root, 'src', name, 'main.ts')),
);

await build({
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
});

// Goes into the sandbox as it is.
await copyFile(join(root, 'src/pages/test_page.py'), join(root, 'dist/test_page.py'));
