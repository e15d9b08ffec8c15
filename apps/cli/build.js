/** Bundles the command and the tools of the repository, each into one file that runs without the workspace's builds. */
import { copyFile } from 'node:fs/promises';
import { build } from 'esbuild';

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: {
    lakeproof: 'src/main.ts',
    'check-content': 'src/check-content-main.ts',
    'new-exercise': 'src/new-exercise-main.ts',
    'verify-exercises': 'src/verify-main.ts',
    'verify-pages': 'src/verify-pages-main.ts',
    'regrade-check': 'src/regrade-main.ts',
    conformance: 'src/conformance-main.ts',
    attack: 'src/attack-main.ts',
    harness: 'src/harness-main.ts',
  },
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
await copyFile(`${import.meta.dirname}/src/pages/test_page.py`, `${import.meta.dirname}/dist/test_page.py`);
