import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const flag = z.enum(['', '0', '1']).default('');
const file = z.string().min(1).optional();

/** One server's addresses, by UDP, TCP or TLS (RFC 7065). */
const turnUrls = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((url) => url.trim())
      .filter(Boolean),
  )
  .refine(
    (urls) => urls.every((url) => /^turns?:[\w.[\]:-]+(\?transport=(udp|tcp))?$/.test(url)),
    'must be a comma list of addresses like turns:turn.example.org:443?transport=tcp',
  );

const environment = z
  .object({
    TONGKE_DATA: z.string({ error: 'is missing; it names the folder for the database' }).min(1),
    TONGKE_BIND: z.string().min(1).default('0.0.0.0'),
    TONGKE_HTTP_PORT: port(8080),
    TONGKE_HTTPS_PORT: port(8443),
    TONGKE_HOST: z.string().min(1).default('localhost'),
    TONGKE_TLS_CERT: file,
    TONGKE_TLS_KEY: file,
    TONGKE_CA_FILE: file,
    TONGKE_CLIENT_DIR: z.string({ error: 'is missing; it names the folder of the built pages' }).min(1),
    TONGKE_HOST_NAMED: flag,
    TONGKE_DEMO: flag,
    TONGKE_ADMIN_LINK: flag,
    TONGKE_SFU_URL: z.url('must be an address like http://127.0.0.1:4440').default('http://127.0.0.1:4440'),
    TONGKE_SFU_SECRET: z.string({ error: 'is missing' }).min(16, 'must have 16 characters or more').max(128),
    TONGKE_TURN_URL: turnUrls.default([]),
    TONGKE_TURN_SECRET: z.string().max(256).default(''),
    TONGKE_SOFFICE: file,
    TONGKE_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine((env) => (env.TONGKE_TLS_CERT === undefined) === (env.TONGKE_TLS_KEY === undefined), {
    path: ['TONGKE_TLS_KEY'],
    message: 'and TONGKE_TLS_CERT belong together',
  })
  .refine((env) => (env.TONGKE_TURN_URL.length === 0) === (env.TONGKE_TURN_SECRET === ''), {
    path: ['TONGKE_TURN_SECRET'],
    message: 'and TONGKE_TURN_URL belong together',
  })
  .transform((env) => ({
    dataDir: env.TONGKE_DATA,
    bind: env.TONGKE_BIND,
    httpPort: env.TONGKE_HTTP_PORT,
    httpsPort: env.TONGKE_HTTPS_PORT,
    /** The name or address that goes into links. */
    host: env.TONGKE_HOST,
    /** Somebody named the host, so it is where people go; else it is this machine's address. */
    hostNamed: env.TONGKE_HOST_NAMED === '1',
    tls:
      env.TONGKE_TLS_CERT !== undefined && env.TONGKE_TLS_KEY !== undefined
        ? { certFile: env.TONGKE_TLS_CERT, keyFile: env.TONGKE_TLS_KEY }
        : null,
    caFile: env.TONGKE_CA_FILE ?? null,
    clientDir: env.TONGKE_CLIENT_DIR,
    demo: env.TONGKE_DEMO === '1',
    /** Makes a sign-in link for the first administrator. */
    adminLink: env.TONGKE_ADMIN_LINK === '1',
    sfuUrl: env.TONGKE_SFU_URL,
    sfuSecret: env.TONGKE_SFU_SECRET,
    /** The school's TURN server and the secret that it shares with this one. */
    turn: env.TONGKE_TURN_SECRET === '' ? null : { urls: env.TONGKE_TURN_URL, secret: env.TONGKE_TURN_SECRET },
    /** LibreOffice's program; null looks for it on the path. */
    office: env.TONGKE_SOFFICE ?? null,
    logLevel: env.TONGKE_LOG,
  }));

export type Config = z.infer<typeof environment>;

/** The settings that the environment holds, or a plain sentence that names the one that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): { ok: true; config: Config } | { ok: false; message: string } {
  const read = environment.safeParse(env);
  if (read.success) return { ok: true, config: read.data };
  const [issue] = read.error.issues;
  return { ok: false, message: `${String(issue?.path[0] ?? 'A setting')} ${issue?.message ?? 'is wrong'}.` };
}
