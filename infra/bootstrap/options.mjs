import { parseArgs } from 'node:util';

/**
 * @typedef {object} Options
 * @property {boolean} help
 * @property {boolean} demo
 * @property {boolean} dev
 * @property {boolean} adminLink
 * @property {string} [host]
 * @property {string} [cert]
 * @property {string} [key]
 * @property {number} [httpPort]
 * @property {number} [httpsPort]
 * @property {number} [sfuPort]
 * @property {string} [data]
 */

/** What `npm start -- --help` prints. */
export const USAGE = `npm start -- [options]

  --demo                    seed a sample lesson that is ready to teach
  --dev                     rebuild pages and restart servers when their sources change
  --host NAME               public name or address that boards and tablets use
  --cert FILE --key FILE    certificate chain and key (PEM) for that name
  --http-port N             pages for tablets, and for staff on this machine (8080)
  --https-port N            pages for teachers and boards (8443)
  --data DIR                database, certificates, logs (data; data-demo with --demo)
  --admin-link              print a sign-in link of the first administrator, who lost the browser
  --help                    this list
`;

const FLAGS = /** @type {const} */ ({
  help: { type: 'boolean' },
  demo: { type: 'boolean' },
  dev: { type: 'boolean' },
  'admin-link': { type: 'boolean' },
  host: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  'http-port': { type: 'string' },
  'https-port': { type: 'string' },
  data: { type: 'string' },
});

/** A DNS name or an IPv4 address; a certificate can hold nothing looser, and a link needs no more. */
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/**
 * A number with where it was written: a flag, or a variable that stands for it.
 * @param {string | undefined} text @param {string} place @param {number} [least] @param {number} [most]
 * @returns {{ number?: number, problem?: string }}
 */
function numberOf(text, place, least = 1, most = 65_535) {
  if (text === undefined) return {};
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return { number };
  return { problem: `${place} needs a number from ${least} to ${most}, not "${text}".` };
}

/** @param {string | undefined} flag @param {string} name @param {NodeJS.ProcessEnv} env @param {string} variable */
function portOf(flag, name, env, variable) {
  return flag === undefined ? numberOf(env[variable] || undefined, variable) : numberOf(flag, `--${name}`);
}

/** @param {string | undefined} host @param {string} place */
function hostProblem(host, place) {
  return host === undefined || HOST.test(host)
    ? undefined
    : `${place} needs a name such as class.example.org, not "${host}".`;
}

/**
 * Reads the command line, and from the environment what it leaves open: a flag wins over a variable.
 * @param {string[]} argv  without node and the script
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ options: Options } | { problem: string }}
 */
export function parseOptions(argv, env) {
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options: FLAGS, allowPositionals: false }));
  } catch (error) {
    const first = /** @type {Error} */ (error).message.split('. ')[0];
    return { problem: `${first}. "npm start -- --help" lists the options.` };
  }
  const { help = false, dev = false } = values;
  const demo = values.demo ?? env.TONGKE_DEMO === '1';
  const adminLink = values['admin-link'] ?? env.TONGKE_ADMIN_LINK === '1';
  const host = values.host ?? (env.TONGKE_HOST || undefined);
  const data = values.data ?? (env.TONGKE_DATA || undefined);
  // A certificate and its key come from the same place.
  const given = values.cert !== undefined || values.key !== undefined;
  const { cert, key } = given ? values : { cert: env.TONGKE_TLS_CERT, key: env.TONGKE_TLS_KEY };
  const http = portOf(values['http-port'], 'http-port', env, 'TONGKE_HTTP_PORT');
  const https = portOf(values['https-port'], 'https-port', env, 'TONGKE_HTTPS_PORT');
  const sfu = numberOf(env.TONGKE_SFU_PORT || undefined, 'TONGKE_SFU_PORT');
  const problem =
    http.problem ??
    https.problem ??
    sfu.problem ??
    numberOf(env.TONGKE_MEDIA_PORT || undefined, 'TONGKE_MEDIA_PORT', 0).problem ??
    numberOf(env.TONGKE_TABLET_PORT || undefined, 'TONGKE_TABLET_PORT', 0).problem ??
    numberOf(env.TONGKE_WORKERS || undefined, 'TONGKE_WORKERS', 1, 256).problem ??
    hostProblem(host, values.host === undefined ? 'TONGKE_HOST' : '--host') ??
    (Boolean(cert) !== Boolean(key)
      ? `${given ? '--cert and --key' : 'TONGKE_TLS_CERT and TONGKE_TLS_KEY'} go together: give both files or neither.`
      : undefined) ??
    (data === '' ? '--data needs a folder.' : undefined) ??
    ((http.number ?? 8080) === (https.number ?? 8443) ? '--http-port and --https-port must differ.' : undefined);
  if (problem) return { problem };
  return {
    options: {
      help,
      demo,
      dev,
      adminLink,
      ...(host !== undefined && { host }),
      ...(cert && { cert }),
      ...(key && { key }),
      ...(data !== undefined && { data }),
      ...(http.number !== undefined && { httpPort: http.number }),
      ...(https.number !== undefined && { httpsPort: https.number }),
      ...(sfu.number !== undefined && { sfuPort: sfu.number }),
    },
  };
}
