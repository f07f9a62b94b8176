import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileLimitAdvice } from './launch/file-limit.mjs';
import { keepSecret } from './launch/keep-secret.mjs';
import { launch } from './launch/launch.mjs';
import { dataFolder, dataPaths, portsOf, settings } from './launch/settings.mjs';
import { findAddresses } from './net/find-addresses.mjs';
import { portInUse } from './net/port-in-use.mjs';
import { parseOptions, USAGE } from './options.mjs';
import { PlainError } from './plain-error.mjs';
import { runMain } from './run-main.mjs';
import { say } from './say.mjs';
import { buildClient, CLIENT_DIR, forgetBuild } from './steps/build-client.mjs';
import { findWorker } from './steps/find-worker.mjs';
import { quickSteps } from './steps/quick-steps.mjs';
import { givenCertificate } from './tls/given-certificate.mjs';
import { installAdvice } from './tls/install-advice.mjs';
import { localCertificate } from './tls/local-certificate.mjs';

/** @param {ReturnType<typeof portsOf>} ports */
async function checkPorts(ports) {
  const problem =
    (await portInUse(ports.http, '--http-port N')) ??
    (await portInUse(ports.https, '--https-port N')) ??
    (await portInUse(ports.sfu, 'the variable TONGKE_SFU_PORT'));
  if (problem) throw new PlainError(problem);
  return `pages on ${ports.http} and ${ports.https} (TLS)`;
}

await runMain(async () => {
  const parsed = parseOptions(process.argv.slice(2), process.env);
  if ('problem' in parsed) throw new PlainError(parsed.problem);
  const { options } = parsed;
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const ports = portsOf(options);
  const data = dataFolder(options);
  const paths = dataPaths(data);

  await say('Ports', () => checkPorts(ports));
  await quickSteps();
  const worker = await findWorker();
  await say('Pages', (step) => buildClient(step));
  if (options.dev) await forgetBuild();

  const advice = await fileLimitAdvice();
  if (advice) await say('Open files', () => advice);

  const { host, lan, media } = await findAddresses(options.host);
  await say('Addresses', () => [...new Set([host, ...lan])].join(', '));
  const { text: _, ...tls } = await say('Certificate', async () => {
    const now = Date.now();
    const { cert, key } = options;
    /** @type {{ cert: string, key: string, ca?: string, replaced?: boolean, news: string }} */
    const made =
      cert && key
        ? await givenCertificate({ cert, key, host, now })
        : await localCertificate({ dir: paths.tls, names: [host, ...lan], now });
    return { ...made, text: made.news };
  });

  return launch({
    settings: settings(options, process.env, {
      data,
      host,
      media,
      tls,
      worker,
      secret: await keepSecret(paths.secret),
      clientDir: CLIENT_DIR,
      cores: availableParallelism(),
    }),
    logs: paths.logs,
    dev: options.dev,
    advice:
      tls.ca && host !== 'localhost'
        ? installAdvice({
            host,
            httpPort: ports.http,
            caPem: await readFile(tls.ca, 'utf8'),
            replaced: tls.replaced === true,
            full: options.host !== undefined,
          })
        : '',
  });
});
