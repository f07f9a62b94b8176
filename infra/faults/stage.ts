import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command, CommandReply, Credentials } from '@tongke/shared-types';
import { type SeededSchool, seedSchool } from '@tongke/signaling/testing';
import { type Connection, connect } from '../../classroom-client/src/connection/connect.ts';
import { newId } from '../../classroom-client/src/connection/new-id.ts';
import { freePorts } from '../e2e/support/free-ports.ts';
import { type ServerProcess, spawnServer } from '../e2e/support/spawn-server.ts';
import type { Link, Relay } from '../netlab/link.ts';
import { startTcpRelay } from '../netlab/tcp-relay.ts';
import { isFinal } from './check.ts';
import { Disk } from './disk/disk.ts';
import type { Given, Shown } from './history.ts';
import { lightWire } from './light-wire.ts';
import { type MutantName, mutantEnv } from './mutants/mutant-env.ts';
import { Tablet } from './tablet.ts';

/** A school whose lesson has begun, as a folder that each stage copies. */
export interface Template {
  readonly folder: string;
  readonly school: SeededSchool;
}

const ROOMS = 8;
const SEATS = 20;

export async function makeTemplate(): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), 'tongke-faults-seed-'));
  return { folder, school: await seedSchool(folder, ROOMS, SEATS) };
}

/** The real signaling process on a disk of its own, one relay to it, and everybody who takes part in the lesson. */
export class Stage {
  readonly school: SeededSchool;
  readonly disk: Disk;
  readonly dataDir: string;
  readonly random: () => number;
  readonly tablets: readonly Tablet[];
  /** The link of every second tablet. */
  readonly village: Link = { delayMs: 8, jitterMs: 4, up: true };
  /** The link of the next connection of a village's tablet; the village's own unless a nemesis says otherwise. */
  linkOfNext: () => Link = () => this.village;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #port: number;
  readonly #staff: Connection[] = [];
  #relay: Relay | null = null;
  #server: ServerProcess | null = null;
  #lead: Connection | null = null;

  static async open(template: Template, random: () => number, mutant: MutantName | null = null): Promise<Stage> {
    const [port = 0] = await freePorts(1);
    const stage = new Stage(template, { random, port, mutant });
    try {
      await stage.#begin();
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  private constructor(
    { folder, school }: Template,
    { random, port, mutant }: { random: () => number; port: number; mutant: MutantName | null },
  ) {
    this.school = school;
    this.random = random;
    this.#port = port;
    this.#folder = mkdtempSync(join(tmpdir(), 'tongke-faults-'));
    this.dataDir = join(this.#folder, 'data');
    cpSync(folder, this.dataDir, { recursive: true });
    for (const name of ['disk', 'pages']) mkdirSync(join(this.#folder, name));
    this.disk = new Disk(join(this.#folder, 'disk'));
    this.#env = {
      ...this.disk.env,
      ...(mutant ? mutantEnv(mutant) : {}),
      TONGKE_DATA: this.dataDir,
      TONGKE_CLIENT_DIR: join(this.#folder, 'pages'),
      TONGKE_BIND: '127.0.0.1',
      TONGKE_HTTP_PORT: String(port),
      TONGKE_SFU_URL: 'http://127.0.0.1:9',
      TONGKE_SFU_SECRET: 'faults-secret-0123456789',
      TONGKE_LOG: 'warn',
    };
    const { lessonId } = school;
    this.tablets = school.tablets.map((seat, index) => {
      const far = index % 2 === 0;
      return new Tablet({ seat, lessonId, random, port: () => (far ? (this.#relay?.port ?? 0) : port) });
    });
  }

  get server(): ServerProcess {
    if (!this.#server) throw new Error('Signaling does not run.');
    return this.#server;
  }

  get port(): number {
    return this.#port;
  }

  get given(): readonly Given[] {
    return this.tablets.flatMap(({ given }) => given);
  }

  /** How many tablets are in the lesson now. */
  get online(): number {
    return this.tablets.filter(({ isOnline }) => isOnline).length;
  }

  get inFlight(): number {
    return this.tablets.reduce((sum, { inFlight }) => sum + inFlight, 0);
  }

  get roundId(): string | null {
    return this.#lead?.store.getState().lesson?.view.round?.roundId ?? null;
  }

  /** The question on the lead teacher's screen takes no more answers. */
  get isClosed(): boolean {
    const round = this.#lead?.store.getState().lesson?.view.round;
    return round?.kind === 'question' && round.phase === 'closed';
  }

  async startServer(): Promise<void> {
    this.#server = await spawnServer('signaling', this.#env);
  }

  /** What every screen shows; null where one shows nothing. */
  shown(): readonly (Shown | null)[] {
    const staff = this.#staff.map((connection, index) => {
      const { lesson } = connection.store.getState();
      return lesson && { name: `screen ${index}`, version: lesson.version, viewer: lesson.viewer, view: lesson.view };
    });
    return [...staff, ...this.tablets.map((tablet) => tablet.shown())];
  }

  /** The lead teacher does this, however often it takes; throws where it is refused for good, or not granted in 40 s. */
  async lead(command: Command): Promise<void> {
    const lead = this.#lead;
    const { lessonId } = this.school;
    const end = performance.now() + 40_000;
    const id = newId();
    for (let reply: CommandReply | null = null; !reply?.ok; ) {
      if (performance.now() > end) {
        const { link, reason } = lead?.store.getState() ?? {};
        throw new Error(`${command.type} was never granted, the link is ${link} (${reason}): ${JSON.stringify(reply)}`);
      }
      if (reply) await sleep(100);
      const answered = lead?.sender.send({ id, lessonId, command }, { patient: true }).reply;
      reply = (await Promise.race([answered, sleep(end - performance.now(), null)])) ?? null;
      if (reply && !reply.ok && isFinal(reply)) throw new Error(`${command.type} was refused: ${reply.reason}`);
    }
  }

  /** Waits until this is so; false after `ms`. */
  async until(holds: () => boolean, ms: number): Promise<boolean> {
    for (const end = performance.now() + ms; performance.now() < end; await sleep(5)) if (holds()) return true;
    return holds();
  }

  async close(): Promise<void> {
    for (const tablet of this.tablets) tablet.close();
    for (const connection of this.#staff) connection.close();
    if (this.#server) {
      process.kill(this.#server.pid, 'SIGCONT');
      await this.#server.kill('SIGKILL').catch(() => {});
    }
    await this.#relay?.close();
    this.disk.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #begin(): Promise<void> {
    const here = { host: '127.0.0.1', port: 0 };
    this.#relay = await startTcpRelay(() => this.linkOfNext(), here, { ...here, port: this.#port });
    await this.startServer();
    const { session, boardTokens, lessonId } = this.school;
    this.#lead = this.#screen({ as: 'lead', lessonId }, `tk_session=${session}`);
    for (const token of boardTokens.slice(0, 2)) this.#screen({ as: 'board', token });
    for (const tablet of this.tablets) tablet.load();
    const everybody = () => this.shown().every((shown) => shown !== null);
    if (!(await this.until(everybody, 60_000))) throw new Error('Not everybody came into the lesson.');
  }

  #screen(credentials: Credentials, cookie?: string): Connection {
    const wire = lightWire({ port: () => this.#port, random: this.random, ...(cookie && { cookie }) });
    const connection = connect(credentials, wire);
    this.#staff.push(connection);
    return connection;
  }
}
