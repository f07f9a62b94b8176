import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts, freeRun } from './free-ports.ts';
import { type Link, type ServerProcess, spawnServer } from './spawn-server.ts';

const CLIENT = fileURLToPath(new URL('../../../classroom-client/dist', import.meta.url));

export interface SchoolOptions {
  readonly demo?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Fills the data folder before the servers start. */
  readonly prepare?: (dataDir: string) => Promise<void>;
}

/** A whole Tongke of its own: both servers on ports of their own and a data folder that is removed afterwards. */
export class School {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'tongke-e2e-'));
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly mediaPort: number;
  /** How signaling reaches the SFU. */
  readonly control: { readonly url: string; readonly secret: string };
  readonly #env: NodeJS.ProcessEnv;
  #signaling: ServerProcess | null = null;
  #sfu: ServerProcess | null = null;
  #links: readonly Link[] = [];

  static async open(options: SchoolOptions = {}): Promise<School> {
    // As many as the workers that it is given have ports.
    const media = await freeRun(Number(options.env?.TONGKE_WORKERS ?? 1));
    const ports = [...(await freePorts(3)), media];
    const school = new School(options, ports);
    try {
      await options.prepare?.(school.dataDir);
      await Promise.all([school.startSfu(), school.startSignaling()]);
    } catch (error) {
      await school.close();
      throw error;
    }
    return school;
  }

  private constructor({ demo = true, env = {} }: SchoolOptions, [http = 0, https = 0, sfu = 0, media = 0]: number[]) {
    this.httpPort = http;
    this.httpsPort = https;
    this.mediaPort = media;
    this.control = { url: `http://127.0.0.1:${sfu}`, secret: 'e2e-secret-0123456789abcdef' };
    this.#env = {
      TONGKE_DATA: this.dataDir,
      TONGKE_HTTP_PORT: String(http),
      TONGKE_HTTPS_PORT: String(https),
      TONGKE_HOST: 'localhost',
      TONGKE_SFU_URL: this.control.url,
      TONGKE_SFU_PORT: String(sfu),
      TONGKE_SFU_SECRET: this.control.secret,
      TONGKE_MEDIA_PORT: String(media),
      TONGKE_TABLET_PORT: '0',
      TONGKE_MEDIA_IPS: '127.0.0.1',
      TONGKE_WORKERS: '1',
      TONGKE_CLIENT_DIR: CLIENT,
      TONGKE_LOG: 'info',
      ...(demo ? { TONGKE_DEMO: '1' } : {}),
      ...env,
    };
  }

  get origin(): string {
    return `http://localhost:${this.httpPort}`;
  }

  get signaling(): ServerProcess {
    if (!this.#signaling) throw new Error('Signaling does not run.');
    return this.#signaling;
  }

  get sfu(): ServerProcess {
    if (!this.#sfu) throw new Error('The SFU does not run.');
    return this.#sfu;
  }

  /** The links of the first start; one-time links are not printed again by a restart. */
  get links(): readonly Link[] {
    return this.#links;
  }

  async startSignaling(): Promise<void> {
    this.#signaling = await spawnServer('signaling', this.#env);
    if (this.#links.length === 0) this.#links = this.#signaling.links;
  }

  async startSfu(): Promise<void> {
    this.#sfu = await spawnServer('sfu-server', this.#env);
  }

  async close(): Promise<void> {
    await Promise.all([this.#signaling?.kill('SIGTERM'), this.#sfu?.kill('SIGTERM')]);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
