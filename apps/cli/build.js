/** Bundles the command into one file that runs without the workspace's builds. */
import { build } from 'esbuild';

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: { lakeproof: 'src/main.ts' },
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
