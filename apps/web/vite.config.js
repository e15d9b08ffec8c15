import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import simpleVars from 'postcss-simple-vars';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // "source": the contracts are built from their TypeScript, so that `vite` needs no build of them.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  css: {
    postcss: {
      plugins: [
        mantine(),
        simpleVars({
          variables: {
            'mantine-breakpoint-xs': '36em',
            'mantine-breakpoint-sm': '48em',
            'mantine-breakpoint-md': '62em',
            'mantine-breakpoint-lg': '75em',
            'mantine-breakpoint-xl': '88em',
          },
        }),
      ],
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4300' } },
  build: { target: 'es2023', chunkSizeWarningLimit: 600 },
});
