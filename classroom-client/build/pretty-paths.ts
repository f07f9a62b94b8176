import type { Plugin } from 'vite';
import { pageOf } from './pages.ts';

/** The development server answers `/teach` and `/s/abc` like the real one does. */
export function prettyPaths(): Plugin {
  return {
    name: 'pretty-paths',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const page = pageOf(request.url ?? '/');
        if (page) request.url = `/${page}`;
        next();
      });
    },
  };
}
