import type { AlertItem } from '@tongke/shared-types';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';

const SHOWN_MS = 7 * 24 * 60 * 60_000;
const NEARLY_FULL_BYTES = 500 * 1024 * 1024;

/** What administrators should know: a week of warnings, and the disk as it is now. */
export function alertRoutes({ catalogue, now, freeBytes }: HttpDeps): Handlers<'GET /api/alerts'> {
  return {
    'GET /api/alerts': async () => {
      const free = await freeBytes();
      const disk: AlertItem[] =
        free !== null && free < NEARLY_FULL_BYTES
          ? [{ kind: 'disk-nearly-full', at: now(), value: Math.floor(free / 1024 / 1024) }]
          : [];
      return { alerts: [...disk, ...(await catalogue.alerts.since(now() - SHOWN_MS))] };
    },
  };
}
