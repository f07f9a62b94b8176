import { type ClassroomId, LEAD_PEER, type LessonState, type Track } from '@tongke/shared-types';
import { boardTracks } from '../../../classroom-client/src/layout/board-tracks.ts';
import { leadTracks } from '../../../classroom-client/src/layout/lead-tracks.ts';
import { liveRooms } from '../../../classroom-client/src/layout/live-rooms.ts';
import { publishWants } from '../../../classroom-client/src/layout/publish-wants.ts';
import { granted } from '../granted.ts';
import type { Rehearsal } from '../join/rehearsal.ts';
import { boardSays } from '../rtp/board-says.ts';
import { enter } from '../rtp/enter.ts';
import type { PeerOptions } from '../rtp/open-peer.ts';
import { CAMERA, VOICE } from './load.ts';
import { MediaScreen, type Wants } from './media-screen.ts';

const TICK_MS = 4;
const SETTLE_MS = 250;
/** A room's camera that somebody begins to watch climbs to its full rate in this time, as an encoder does. */
const CLIMB_MS = 3_000;
const CLIMB_FROM = 0.2;

/** What was counted in a lesson so far. */
export interface LessonCount {
  /** Packets that reached the participants, and those that the SFU sent them, by the gaps in their numbers. */
  readonly came: number;
  readonly sent: number;
  /** Packets that what the pages wanted should have brought, roughly. */
  readonly wanted: number;
  /** What the teacher sent, whose camera and voice never rest. */
  readonly camera: number;
  readonly voice: number;
}

/** A lesson of a lead teacher and many classrooms: each a camera, and a voice while it has the turn. The product's own pages say who sends and wants what. */
export class FullLesson {
  readonly #lead: MediaScreen;
  readonly #boards: ReadonlyMap<ClassroomId, MediaScreen>;
  readonly #silences: (() => void)[] = [];
  readonly #watchedSince = new Map<ClassroomId, number>();
  /** Share of the full rate of the teacher's camera. */
  #share = 0;
  #wanted = 0;
  #settledMs = performance.now();

  static async open(rehearsal: Rehearsal, rooms: number, options: PeerOptions): Promise<FullLesson> {
    const { lessonId, boardTokens } = await rehearsal.appoint(rooms);
    const lead = await MediaScreen.open(await enter(rehearsal, { as: 'lead', lessonId }), 1_000, options);
    await granted(lead.screen.do({ type: 'lesson.start' }));
    const boards = new Map<ClassroomId, MediaScreen>();
    const lesson = new FullLesson(lead, boards);
    try {
      for (const token of boardTokens) {
        const screen = await enter(rehearsal, { as: 'board', token });
        await granted(screen.do({ type: 'board.ready' }));
        const { viewer } = screen;
        if (viewer?.role !== 'board') throw new Error('a board is taken for something else');
        boards.set(viewer.classroomId, await MediaScreen.open(screen, 2_000 + 10 * boards.size, options));
        lesson.#silences.push(boardSays(screen));
      }
      return lesson;
    } catch (error) {
      lesson.close();
      throw error;
    }
  }

  private constructor(lead: MediaScreen, boards: ReadonlyMap<ClassroomId, MediaScreen>) {
    this.#lead = lead;
    this.#boards = boards;
    const tick = setInterval(() => {
      const now = performance.now();
      for (const screen of [lead, ...boards.values()]) screen.tick(now);
    }, TICK_MS);
    const settle = setInterval(() => this.#settle(), SETTLE_MS);
    this.#silences.push(
      () => clearInterval(tick),
      () => clearInterval(settle),
    );
  }

  /** From now on the teacher's camera sends this share of its full rate. */
  pace(share: number): void {
    this.#share = share;
  }

  /** The first classroom speaks until the answer is called. */
  async giveTurn(): Promise<() => Promise<void>> {
    const [classroomId] = this.#boards.keys();
    if (!classroomId) throw new Error('nobody is here');
    await granted(this.#lead.screen.do({ type: 'turn.give', classroomId, seatId: null, seconds: null }));
    return async () => {
      await granted(this.#lead.screen.do({ type: 'floor.clear' }));
    };
  }

  /** So far. */
  count(): LessonCount {
    const screens = [this.#lead, ...this.#boards.values()];
    const sum = (of: (screen: MediaScreen) => number) => screens.reduce((total, screen) => total + of(screen), 0);
    return {
      came: sum(({ tally }) => tally.came),
      sent: sum(({ tally }) => tally.sent),
      wanted: this.#wanted,
      camera: this.#lead.sent('camera'),
      voice: this.#lead.sent('microphone'),
    };
  }

  /** How many pictures and voices the teacher receives now, and how many one board does at most. */
  get received(): { readonly lead: number; readonly board: number } {
    const boards = [...this.#boards.values()].map(({ receives }) => receives.length);
    return { lead: this.#lead.receives.length, board: Math.max(...boards) };
  }

  close(): void {
    for (const silence of this.#silences) silence();
    for (const screen of [this.#lead, ...this.#boards.values()]) screen.close();
  }

  #settle(): void {
    const [nowMs, now] = [performance.now(), Date.now()];
    const seconds = (nowMs - this.#settledMs) / 1_000;
    this.#settledMs = nowMs;
    this.#follow(this.#lead, seconds, (view) => ({
      publish: publishWants(view, LEAD_PEER, now),
      tracks: leadTracks(view, liveRooms(view, { pinned: [], now })),
    }));
    this.#lead.pace('camera', CAMERA.packetsPerSecond * this.#share);
    this.#lead.pace('microphone', VOICE.packetsPerSecond);
    for (const [classroomId, board] of this.#boards) {
      this.#follow(board, seconds, (view) => ({
        publish: publishWants(view, classroomId, now),
        tracks: boardTracks(view, classroomId),
      }));
      board.pace('camera', CAMERA.packetsPerSecond * this.#climbed(classroomId, board, nowMs));
      board.pace('microphone', VOICE.packetsPerSecond);
    }
  }

  #follow(screen: MediaScreen, seconds: number, wantsOf: (view: LessonState) => Wants): void {
    const { view } = screen.screen;
    if (!view) return;
    const wants = wantsOf(view);
    this.#wanted += seconds * wants.tracks.reduce((sum, track) => sum + this.#rateOf(track), 0);
    void screen.settle(wants).catch(() => undefined);
  }

  #rateOf({ source, peerId }: Track): number {
    if (source !== 'camera') return VOICE.packetsPerSecond;
    return CAMERA.packetsPerSecond * (peerId === LEAD_PEER ? this.#share : 1);
  }

  /** A camera that nobody watches rests [FL7]; share of the full rate. */
  #climbed(classroomId: ClassroomId, board: MediaScreen, nowMs: number): number {
    if (!board.isWatched('camera')) {
      this.#watchedSince.delete(classroomId);
      return 0;
    }
    const since = this.#watchedSince.get(classroomId) ?? nowMs;
    this.#watchedSince.set(classroomId, since);
    return Math.min(1, CLIMB_FROM + ((1 - CLIMB_FROM) * (nowMs - since)) / CLIMB_MS);
  }
}
