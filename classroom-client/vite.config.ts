import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { browserCheck } from './build/browser-check.ts';
import { compressedCopies } from './build/compressed-copies.ts';
import { PAGES } from './build/pages.ts';
import { prettyPaths } from './build/pretty-paths.ts';
import { shellWorker } from './build/shell-worker.ts';

/** Where the development server finds the real one. */
const SERVER = process.env.TONGKE_SERVER ?? 'http://localhost:8080';

const OLDEST = ['chrome87', 'safari14'];

export default defineConfig({
  plugins: [react(), browserCheck(), shellWorker(), prettyPaths(), compressedCopies()],
  appType: 'mpa',
  build: {
    target: OLDEST,
    cssTarget: OLDEST,
    assetsInlineLimit: 0,
    rolldownOptions: { input: Object.fromEntries(PAGES.map((page) => [page, `${page}.html`])) },
  },
  server: {
    proxy: {
      '/api': SERVER,
      '/socket.io': { target: SERVER, ws: true },
    },
  },
});
