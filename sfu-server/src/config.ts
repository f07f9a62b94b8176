import { availableParallelism } from 'node:os';
import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);

/** An address that browsers are told, or LISTEN=ANNOUNCED where something else stands at that address and hands packets on. */
const mediaAddress = z
  .string()
  .refine(
    (text) => text.split('=').length <= 2 && text.split('=').every((address) => z.ipv4().safeParse(address).success),
    'must be a comma list of IPv4 addresses',
  );

const environment = z
  .object({
    TONGKE_SFU_PORT: port(4440),
    TONGKE_SFU_BIND: z.string().min(1).default('127.0.0.1'),
    TONGKE_SFU_SECRET: z.string({ error: 'is missing' }).min(16, 'must have 16 characters or more').max(128),
    MEDIASOUP_WORKER_BIN: z.string({ error: 'is missing; it names the media worker’s program file' }).min(1),
    TONGKE_MEDIA_PORT: port(44_400),
    TONGKE_TABLET_PORT: port(44_399),
    TONGKE_MEDIA_IPS: z
      .string()
      .default('127.0.0.1')
      .transform((list) => [...new Set(list.split(',').map((address) => address.trim()))].filter(Boolean))
      .pipe(z.array(mediaAddress).min(1, 'names no address')),
    TONGKE_WORKERS: z.coerce.number().int().min(1).max(256).default(availableParallelism()),
    TONGKE_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .transform((env) => ({
    controlPort: env.TONGKE_SFU_PORT,
    bind: env.TONGKE_SFU_BIND,
    secret: env.TONGKE_SFU_SECRET,
    workerBin: env.MEDIASOUP_WORKER_BIN,
    /** The first worker's UDP and TCP port, each further worker takes the next; 0 lets each worker choose. */
    mediaPort: env.TONGKE_MEDIA_PORT,
    /** The UDP port of the worker that serves tablets' data channels; 0 lets it choose. */
    tabletPort: env.TONGKE_TABLET_PORT,
    mediaAddresses: env.TONGKE_MEDIA_IPS,
    workers: env.TONGKE_WORKERS,
    logLevel: env.TONGKE_LOG,
  }))
  .refine(({ mediaPort, workers }) => mediaPort + workers - 1 <= 65_535, {
    path: ['TONGKE_MEDIA_PORT'],
    message: 'leaves too few ports above it for the workers',
  })
  .refine(({ mediaPort, workers, tabletPort: port }) => !port || port < mediaPort || port >= mediaPort + workers, {
    path: ['TONGKE_TABLET_PORT'],
    message: 'is a port of the media workers',
  });

export type Config = z.infer<typeof environment>;

/** The settings that the environment holds, or a plain sentence that names the one that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): { ok: true; config: Config } | { ok: false; message: string } {
  const read = environment.safeParse(env);
  if (read.success) return { ok: true, config: read.data };
  const [issue] = read.error.issues;
  return { ok: false, message: `${String(issue?.path[0] ?? 'A setting')} ${issue?.message ?? 'is wrong'}.` };
}
