import { defineConfig } from 'vite';
import { browserCheck } from './build/browser-check.ts';
import { compressedCopies } from './build/compressed-copies.ts';
import { PAGES } from './build/pages.ts';
import { prettyPaths } from './build/pretty-paths.ts';
import { RENDERER } from './build/renderer.ts';
import { shellWorker } from './build/shell-worker.ts';

/** Where the development server finds the real one. */
const SERVER = process.env.TONGKE_SERVER ?? 'http://localhost:8080';

const OLDEST = ['chrome87', 'safari14'];

/** What tablets share with other pages, in one piece: many small files compress worse, and a tablet's limit is tight. */
const OF_TABLETS =
  /classroom-client\/src\/(ui\/(Tile|Truth|Choice|later|Notice|Working|Countdown|RichText|split-formulas|formulas|use-tone-on|sounds|LinkBanner)|photo\/blob-proof|screens\/shared\/(use-size|use-lasting)|layout\/tracks-of|connection\/timing\/(page-time|timing\.|lesson-timing|device-lateness)|lesson\/(entrant-label|seat-label|use-now)|media\/make-audio-context)/;

export default defineConfig({
  plugins: [browserCheck(), shellWorker(), prettyPaths(), compressedCopies()],
  appType: 'mpa',
  resolve: { alias: RENDERER },
  build: {
    target: OLDEST,
    cssTarget: OLDEST,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: Object.fromEntries(PAGES.map((page) => [page, `${page}.html`])),
      output: { codeSplitting: { groups: [{ name: 'tablet', test: OF_TABLETS }] } },
    },
  },
  server: {
    proxy: {
      '/api': SERVER,
      '/socket.io': { target: SERVER, ws: true },
    },
  },
});
