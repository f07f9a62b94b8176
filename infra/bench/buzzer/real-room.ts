import { DataPeer } from '@tongke/sfu-server/testing';
import type { FakeScreen } from '@tongke/signaling/testing';
import type { Tablet, TabletStage } from '../../../classroom-client/src/connection/tablet.ts';
import type { Link, Relay } from '../../netlab/link.ts';
import { startTcpRelay } from '../../netlab/tcp-relay.ts';
import { startUdpRelay } from '../../netlab/udp-relay.ts';
import type { Seat } from '../answers/light-tablet.ts';
import { pressAt } from './finger.ts';
import { openPage } from './page-in-node.ts';
import { openWitness } from './witness.ts';

const HERE = { host: '127.0.0.1', port: 0 };
const COME_MS = 60_000;
const OPEN_MS = 15_000;
const MOST_TRIES = 5;

/** Where the servers listen. */
export interface Ports {
  readonly http: number;
  /** The tablets' worker, for datagrams. */
  readonly tablets: number;
}

/** A person in a room: how long after the cue is to be seen the hand comes down, and how late the screen shows it, in ms. */
export interface Reflex {
  readonly reaction: number;
  readonly shownLate: number;
}

/** When a page opened the cue, and when its press left, in ms since 1970 with fractions. */
export interface Stamps {
  readonly opened: number;
  readonly sent: number;
}

type Line = Extract<TabletStage, { kind: 'lesson' }>;

/** One tablet and, beside it on the same link, the board of its room; both reach the servers through the emulator alone. */
export class RealRoom {
  readonly seat: Seat;
  readonly #relays: readonly Relay[];
  readonly #board: FakeScreen;
  readonly #tablet: Tablet;
  readonly #line: Line;
  readonly #peer: DataPeer;
  #reflex: Reflex | null = null;
  /** How late the hand's timers ran, in ms. */
  readonly lateness: number[] = [];
  #openedAt = 0;
  /** By round. */
  readonly stamps: Record<string, Stamps> = {};
  /** Presses of a cue that the page had not shown yet by its own word: the server takes them for early ones. */
  unseen = 0;

  static async open(ports: Ports, link: Link, seat: Seat, boardToken: string): Promise<RealRoom> {
    // The DTLS of the tablets' stand-in does not survive packets that overtake each other: the weather begins when it is in.
    const { jitterMs = 0, late } = link;
    Object.assign(link, { jitterMs: 0, late: undefined });
    const tcp = await startTcpRelay(link, HERE, { host: HERE.host, port: ports.http });
    const udp = await startUdpRelay(link, HERE, { host: HERE.host, port: ports.tablets });
    const board = await openWitness(tcp.port, boardToken);
    const tablet = openPage(tcp.port, seat);
    const line = tablet.stage.getState();
    if (line.kind !== 'lesson') throw new Error('the tablet has no lesson');
    await seated(line);
    const peer = await dataPath(line, udp.port);
    Object.assign(link, { jitterMs, late });
    return new RealRoom(seat, [tcp, udp], board, tablet, line, peer);
  }

  private constructor(
    seat: Seat,
    relays: readonly Relay[],
    board: FakeScreen,
    tablet: Tablet,
    line: Line,
    peer: DataPeer,
  ) {
    this.seat = seat;
    this.#relays = relays;
    this.#board = board;
    this.#tablet = tablet;
    this.#line = line;
    this.#peer = peer;
    line.timing.attach({
      send: (bytes) => {
        if (!peer.open) return false;
        peer.send(bytes);
        return true;
      },
      onMessage: (listener) => {
        peer.onMessage(listener);
        return () => peer.onMessage(() => {});
      },
    });
    line.timing.cue.subscribe((cue) => {
      if (cue && cue.shownAt === null) this.#openedAt = performance.now();
      if (cue?.shownAt != null) this.#saw(cue.roundId, cue.shownAt);
    });
  }

  /** The seat's part in the next round. */
  expect(reflex: Reflex): void {
    this.#reflex = reflex;
  }

  get hasDataPath(): boolean {
    return this.#peer.open;
  }

  async close(): Promise<void> {
    this.#line.connection.close();
    this.#board.close();
    await this.#peer.close();
    await Promise.all(this.#relays.map((relay) => relay.close()));
  }

  /** The frame was begun at `shownAt`; people see it later, and react to what they see. */
  #saw(roundId: string, shownAt: number): void {
    const reflex = this.#reflex;
    this.#reflex = null;
    if (!reflex) return;
    const instant = shownAt + reflex.shownLate + reflex.reaction;
    pressAt(instant, (lateMs) => {
      // Who sees that it is over does not press any more.
      const cue = this.#line.timing.cue.getState();
      if (cue?.roundId !== roundId) return;
      this.lateness.push(lateMs);
      if (cue.shownAt === null) this.unseen += 1;
      const { timeOrigin } = performance;
      this.stamps[roundId] = { opened: timeOrigin + this.#openedAt, sent: timeOrigin + performance.now() };
      this.#tablet.press(roundId, instant);
    });
  }
}

/** As the page does: what does not open is opened anew. */
async function dataPath({ connection }: Line, port: number): Promise<DataPeer> {
  for (let tries = 1; ; tries += 1) {
    const peer = new DataPeer({ via: { address: HERE.host, port } });
    const offered = await connection.data({ type: 'data.open', dtlsParameters: await peer.certificate() });
    if (!offered.ok) throw new Error(`the data path was refused: ${offered.reason}`);
    try {
      await peer.connect(offered.result, OPEN_MS);
      return peer;
    } catch (error) {
      await peer.close();
      if (tries === MOST_TRIES) throw error;
    }
  }
}

async function seated({ connection: { store } }: Line): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`a tablet did not come in: ${store.getState().reason}`)), COME_MS);
    const look = () => {
      const { link, lesson } = store.getState();
      if (link !== 'online' || lesson?.viewer.role !== 'pupil') return;
      clearTimeout(late);
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}
