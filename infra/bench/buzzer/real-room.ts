import { DataPeer } from '@tongke/sfu-server/testing';
import type { TimingDown } from '@tongke/shared-types';
import { FakeScreen } from '@tongke/signaling/testing';
import type { Tablet, TabletStage } from '../../../classroom-client/src/connection/tablet.ts';
import type { Link, Relay } from '../../netlab/link.ts';
import { startTcpRelay } from '../../netlab/tcp-relay.ts';
import { startUdpRelay } from '../../netlab/udp-relay.ts';
import type { Seat } from '../answers/light-tablet.ts';
import { quantile } from '../quantile.ts';
import { pressAt } from './finger.ts';
import { openPage } from './page-in-node.ts';

const HERE = { host: '127.0.0.1', port: 0 };
const COME_MS = 60_000;
const PINGS = 15;

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

/** The `ws` socket under a Socket.IO client. */
interface RawSocket {
  ping(): void;
  once(event: 'pong', listener: () => void): void;
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

  static async open(ports: Ports, link: Link, seat: Seat, boardToken: string): Promise<RealRoom> {
    // The DTLS of the tablets' stand-in does not survive packets that overtake each other: the weather begins when it is in.
    const { jitterMs = 0, late } = link;
    Object.assign(link, { jitterMs: 0, late: undefined });
    const tcp = await startTcpRelay(link, HERE, { host: HERE.host, port: ports.http });
    const udp = await startUdpRelay(link, HERE, { host: HERE.host, port: ports.tablets });
    const board = new FakeScreen({
      url: `http://127.0.0.1:${tcp.port}`,
      credentials: { as: 'board', token: boardToken },
    });
    answerPings(board);
    const reply = await board.hello();
    if (!reply.ok) throw new Error(`a board's hello was refused: ${reply.reason}`);
    const tablet = openPage(tcp.port, seat);
    const line = tablet.stage.getState();
    if (line.kind !== 'lesson') throw new Error('the tablet has no lesson');
    await seated(line);
    const peer = new DataPeer({ via: { address: HERE.host, port: udp.port } });
    const offered = await line.connection.data({ type: 'data.open', dtlsParameters: await peer.certificate() });
    if (!offered.ok) throw new Error(`the data path was refused: ${offered.reason}`);
    await peer.connect(offered.result, COME_MS);
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

  /** The median round trip between the room and the server on the socket, in ms. */
  async medianPing(): Promise<number> {
    const { ws } = this.#board.socket.io.engine.transport as unknown as { readonly ws: RawSocket };
    const took: number[] = [];
    while (took.length < PINGS) {
      const sentAt = performance.now();
      await new Promise<void>((resolve) => {
        ws.once('pong', resolve);
        ws.ping();
      });
      took.push(performance.now() - sentAt);
    }
    return quantile(took, 0.5);
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
      if (this.#line.timing.cue.getState()?.roundId !== roundId) return;
      this.lateness.push(lateMs);
      this.#tablet.press(roundId, instant);
    });
  }
}

/** A board is a witness of its room's link, and takes no part in rounds. */
function answerPings({ socket }: FakeScreen): void {
  socket.on('timing', (message: TimingDown) => {
    if (message.type === 'ping') socket.emit('timing', { type: 'pong', nonce: message.nonce });
    if (message.type === 'cue') socket.emit('timing', { type: 'cued', roundId: message.roundId });
  });
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
