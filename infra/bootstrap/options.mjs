import { parseArgs } from 'node:util';

/**
 * @typedef {object} Options
 * @property {boolean} help
 * @property {boolean} demo
 * @property {boolean} dev
 * @property {string} [host]
 * @property {string} [cert]
 * @property {string} [key]
 * @property {number} [httpPort]
 * @property {number} [httpsPort]
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
  --help                    this list
`;

const FLAGS = /** @type {const} */ ({
  help: { type: 'boolean' },
  demo: { type: 'boolean' },
  dev: { type: 'boolean' },
  host: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  'http-port': { type: 'string' },
  'https-port': { type: 'string' },
  data: { type: 'string' },
});

/** A DNS name or an IPv4 address; a certificate can hold nothing looser, and a link needs no more. */
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** @param {string | undefined} text @param {string} flag @returns {{ port?: number, problem?: string }} */
function portOf(text, flag) {
  if (text === undefined) return {};
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return { port };
  return { problem: `--${flag} needs a number from 1 to 65535, not "${text}".` };
}

/**
 * Reads the command line.
 * @param {string[]} argv  without node and the script
 * @returns {{ options: Options } | { problem: string }}
 */
export function parseOptions(argv) {
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options: FLAGS, allowPositionals: false }));
  } catch (error) {
    const first = /** @type {Error} */ (error).message.split('. ')[0];
    return { problem: `${first}. "npm start -- --help" lists the options.` };
  }
  const { help = false, demo = false, dev = false, host, cert, key, data } = values;
  const http = portOf(values['http-port'], 'http-port');
  const https = portOf(values['https-port'], 'https-port');
  const problem =
    http.problem ??
    https.problem ??
    (host !== undefined && !HOST.test(host)
      ? `--host needs a name such as class.example.org, not "${host}".`
      : undefined) ??
    (Boolean(cert) !== Boolean(key) ? '--cert and --key go together: give both files or neither.' : undefined) ??
    (data === '' ? '--data needs a folder.' : undefined) ??
    (http.port !== undefined && http.port === https.port ? '--http-port and --https-port must differ.' : undefined);
  if (problem) return { problem };
  return {
    options: {
      help,
      demo,
      dev,
      ...(host !== undefined && { host }),
      ...(cert && { cert }),
      ...(key && { key }),
      ...(data !== undefined && { data }),
      ...(http.port !== undefined && { httpPort: http.port }),
      ...(https.port !== undefined && { httpsPort: https.port }),
    },
  };
}
