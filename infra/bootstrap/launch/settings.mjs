import { join, resolve } from 'node:path';
import { ROOT } from '../paths.mjs';

/**
 * @typedef {object} Facts  what the preparation found out
 * @property {string} data  absolute folder
 * @property {string} host  name for links
 * @property {string[]} media  addresses for media
 * @property {{ cert: string, key: string, ca?: string }} tls  PEM files
 * @property {string} worker  mediasoup's program
 * @property {string} secret  between the two servers
 * @property {string} clientDir
 * @property {number} cores
 */

/**
 * The ports in force: a flag wins over the environment, which wins over the default.
 * @param {import('../options.mjs').Options} options @param {NodeJS.ProcessEnv} env
 */
export function portsOf(options, env) {
  return {
    http: options.httpPort ?? Number(env.TONGKE_HTTP_PORT ?? 8080),
    https: options.httpsPort ?? Number(env.TONGKE_HTTPS_PORT ?? 8443),
    sfu: Number(env.TONGKE_SFU_PORT ?? 4440),
  };
}

/**
 * The variables that tell both servers how to run, as the README's table lists them.
 * @param {import('../options.mjs').Options} options @param {NodeJS.ProcessEnv} env @param {Facts} facts
 * @returns {{ signaling: Record<string, string>, sfu: Record<string, string> }}
 */
export function settings(options, env, facts) {
  const ports = portsOf(options, env);
  const secret = env.TONGKE_SFU_SECRET ?? facts.secret;
  const log = env.TONGKE_LOG ?? 'info';
  return {
    signaling: {
      TONGKE_DATA: facts.data,
      TONGKE_HTTP_PORT: String(ports.http),
      TONGKE_HTTPS_PORT: String(ports.https),
      TONGKE_HOST: facts.host,
      TONGKE_TLS_CERT: facts.tls.cert,
      TONGKE_TLS_KEY: facts.tls.key,
      ...(facts.tls.ca && { TONGKE_CA_FILE: facts.tls.ca }),
      TONGKE_CLIENT_DIR: env.TONGKE_CLIENT_DIR ?? facts.clientDir,
      TONGKE_SFU_URL: env.TONGKE_SFU_URL ?? `http://127.0.0.1:${ports.sfu}`,
      TONGKE_SFU_SECRET: secret,
      TONGKE_LOG: log,
      ...(options.demo && { TONGKE_DEMO: '1' }),
    },
    sfu: {
      TONGKE_SFU_PORT: String(ports.sfu),
      TONGKE_SFU_SECRET: secret,
      MEDIASOUP_WORKER_BIN: facts.worker,
      TONGKE_MEDIA_PORT: env.TONGKE_MEDIA_PORT ?? '44400',
      TONGKE_MEDIA_IPS: env.TONGKE_MEDIA_IPS ?? facts.media.join(','),
      TONGKE_WORKERS: env.TONGKE_WORKERS ?? String(facts.cores),
      TONGKE_LOG: log,
    },
  };
}

/**
 * The data folder, absolute. The sample school has one of its own, for an administrator stands in it already: a later start without
 * `--demo` in the same folder would offer nobody the link that makes the first one.
 * @param {import('../options.mjs').Options} options @param {NodeJS.ProcessEnv} env
 */
export function dataFolder({ data, demo }, env) {
  return resolve(data ?? env.TONGKE_DATA ?? join(ROOT, demo ? 'data-demo' : 'data'));
}

/** Where a data folder keeps its parts. @param {string} data */
export function dataPaths(data) {
  return { tls: join(data, 'tls'), logs: join(data, 'logs'), secret: join(data, 'sfu-secret') };
}
