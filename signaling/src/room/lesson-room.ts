import {
  type Actor,
  type Command,
  type CommandReply,
  type Context,
  decide,
  decideServer,
  EMPTY_LESSON,
  Fold,
  type LessonId,
  type LessonState,
  nextDeadline,
  refuse,
  type ServerCommand,
} from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { EventStore } from '../store/event-store.ts';
import { answerAgain } from './answer-again.ts';
import type { Clock } from './clock.ts';
import { commandHash } from './command-hash.ts';
import type { Numbered, RoomClosed, RoomListener } from './happened.ts';
import { type Asked, type Settled, settle } from './settle.ts';
import { presenceOf, WaitingObservations } from './waiting-observations.ts';

export interface RoomDeps {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly fresh: Omit<Context, 'now' | 'masked'>;
}

/** Events kept at hand for screens that come back; who missed more gets a snapshot. */
const RECENT = 500;
const BATCH = 256;
const RETRY_MS = 1_000;
/** A bug may be in the way for a moment only; an observation that is itself the trouble must not stop the lesson for ever. */
const MOST_FAILURES = 5;

/**
 * [RS2] [RS3] A lesson's one queue. Commands, the clock, the SFU's notices and presence all go through it: decided against the
 * state so far, appended in one transaction a batch, and only then adopted, answered and told to the listeners.
 */
export class LessonRoom {
  readonly lessonId: LessonId;
  readonly epoch: number;
  readonly #deps: RoomDeps;
  /** What a board may show of a text that a pupil wrote; nothing, before the pupils' names are known. */
  masked: Context['masked'] = () => null;
  readonly #listeners = new Map<RoomListener, () => boolean>();
  #inbox: Asked[] = [];
  /** [RS5] What was observed while the disk was full. It never stands in front of a command. */
  readonly #waiting = new WaitingObservations();
  #running = false;
  #closed: RoomClosed | null = null;
  /** Ahead of the state while a batch is on its way to the disk. */
  readonly #fold = new Fold(EMPTY_LESSON);
  #state: LessonState;
  #settling: Promise<void> | null = null;
  #version: number;
  #recent: readonly Numbered[];
  #cancelAlarm: () => void = () => {};

  private constructor(lessonId: LessonId, epoch: number, log: readonly Numbered[], deps: RoomDeps) {
    this.lessonId = lessonId;
    this.epoch = epoch;
    this.#deps = deps;
    this.#version = log.at(-1)?.version ?? 0;
    for (const { event } of log) this.#fold.add(event);
    this.#fold.keep();
    this.#state = this.#fold.state;
    this.#recent = log.slice(-RECENT).map(({ version, event }) => ({ version, event }));
    this.#arm();
  }

  /** Takes the lesson over and folds its log. Throws `StoreUnavailable`. */
  static async open(lessonId: LessonId, deps: RoomDeps): Promise<LessonRoom> {
    const epoch = await deps.store.own(lessonId);
    const log = await deps.store.since(lessonId, 0);
    deps.log.info({ lesson: lessonId, version: log.length, epoch }, 'lesson opened');
    return new LessonRoom(lessonId, epoch, log, deps);
  }

  get state(): LessonState {
    return this.#state;
  }

  get version(): number {
    return this.#version;
  }

  /** True while somebody needs the room open. */
  get needed(): boolean {
    return [...this.#listeners.values()].some((needs) => needs());
  }

  /** [RS3] Resolves when no batch is on its way to the disk: a view that is made then shows nothing that could still be lost. */
  async settled(): Promise<void> {
    while (this.#settling) await this.#settling;
  }

  /** What somebody asks; answered once it is durable, or refused. A repeated id gets the first answer again. */
  command(id: string, command: Command, actor: Actor): Promise<CommandReply> {
    return new Promise((answer) => {
      const key = { id, hash: commandHash(command) };
      const rule = (state: LessonState, context: Context) => decide(state, command, actor, context);
      this.#enqueue({ at: this.#deps.clock.now(), actor, key, rule, answer, kept: false, presence: null });
    });
  }

  /** What the server itself asks, with an answer; `of` is the command of somebody that it carries out, answered once. */
  ask(command: ServerCommand, of?: { readonly id: string; readonly command: Command }): Promise<CommandReply> {
    const key = of ? { id: of.id, hash: commandHash(of.command) } : null;
    return new Promise((answer) => this.#enqueue({ ...this.#server(command, answer, false), key }));
  }

  /** The answer to a command that came before, or null when it is new. Throws `StoreUnavailable`. */
  async answered(id: string, command: Command): Promise<CommandReply | null> {
    const first = (await this.#deps.store.outcomesOf(this.lessonId, [id])).get(id);
    return first ? answerAgain(first, commandHash(command)) : null;
  }

  /** What the server observed: it is true whether the disk can take it now or not, so it is kept until it can. */
  report(command: ServerCommand): void {
    this.#enqueue(this.#server(command, () => {}, true));
  }

  /** What happened after this version, or null when that is too long ago to have at hand. */
  since(version: number): readonly Numbered[] | null {
    const missed = this.#version - version;
    if (missed < 0 || missed > this.#recent.length) return null;
    return missed === 0 ? [] : this.#recent.slice(-missed);
  }

  get isClosed(): boolean {
    return this.#closed !== null;
  }

  /** Follows the lesson; the answer stops it. A room that none of its followers needs may close when it is idle. */
  follow(listener: RoomListener, needs: () => boolean = () => false): () => void {
    this.#listeners.set(listener, needs);
    return () => this.#listeners.delete(listener);
  }

  /** Steps down: nothing is written after this, and whoever still waits is asked to come again. */
  close(why: RoomClosed): void {
    if (this.#closed) return;
    this.#closed = why;
    this.#cancelAlarm();
    for (const { answer } of this.#inbox.splice(0)) answer(refuse('busy-try-again'));
    for (const listener of [...this.#listeners.keys()]) listener.closed?.(why);
    this.#deps.log.info({ lesson: this.lessonId, why }, 'lesson closed');
  }

  #server(command: ServerCommand, answer: Asked['answer'], kept: boolean): Asked {
    const rule = (state: LessonState, context: Context) => decideServer(state, command, context);
    const presence = presenceOf(command);
    return { at: this.#deps.clock.now(), actor: { role: 'server' }, key: null, rule, answer, kept, presence };
  }

  #enqueue(asked: Asked): void {
    if (this.#closed) asked.answer(refuse('busy-try-again'));
    else if (asked.kept && this.#waiting.size > 0) this.#waiting.add(asked);
    else {
      this.#inbox.push(asked);
      this.#wake();
    }
  }

  /** The next turn of the event loop: by then every message that has arrived is in the inbox, and shares one commit. */
  #wake(): void {
    if (this.#running || this.#closed) return;
    this.#running = true;
    setImmediate(() => {
      this.#settling = this.#drain().finally(() => {
        this.#settling = null;
      });
    });
  }

  async #drain(): Promise<void> {
    const asked = this.#inbox.splice(0, BATCH);
    const batch = [...this.#waiting.take(BATCH - asked.length), ...asked];
    const { lessonId, epoch } = this;
    const standing = { lessonId, epoch, fold: this.#fold, version: this.#version };
    const { fresh } = this.#deps;
    const settled = await settle(batch, standing, { ...this.#deps, fresh: { ...fresh, masked: this.masked } });
    this.#running = false;
    if (this.#closed) answerAll(batch, 'busy-try-again');
    else if (settled.ok) this.#adopt(settled);
    else if (settled.reason === 'fenced') {
      answerAll(batch, 'busy-try-again');
      this.close('fenced');
    } else this.#refuse(settled);
  }

  #adopt({ happened, replies }: Extract<Settled, { ok: true }>): void {
    this.#state = this.#fold.state;
    this.#version = happened.at(-1)?.version ?? this.#version;
    const told = happened.map(({ version, event }) => ({ version, event }));
    this.#recent = [...this.#recent, ...told].slice(-RECENT);
    for (const [asked, reply] of replies) asked.answer(reply);
    if (happened.length > 0) for (const listener of [...this.#listeners.keys()]) listener.happened(happened);
    this.#arm();
    if (this.#inbox.length > 0 || this.#waiting.size > 0) this.#wake();
  }

  /** Nothing was written. What was asked is refused and may be asked again; what was observed waits for the disk. */
  #refuse({ reason, replies }: Exclude<Settled, { ok: true } | { reason: 'fenced' }>): void {
    const waits = ({ kept, failures = 0 }: Asked) => kept && (reason === 'unavailable' || failures < MOST_FAILURES);
    const more = reason === 'failed' ? 1 : 0;
    const again = replies.map(([asked]) => asked).filter(waits);
    if (again.length > 0) {
      this.#waiting.putBack(again.map((asked) => ({ ...asked, failures: (asked.failures ?? 0) + more })));
      for (const later of this.#inbox.filter(({ kept }) => kept)) this.#waiting.add(later);
      this.#inbox = this.#inbox.filter(({ kept }) => !kept);
    }
    for (const [asked, reply] of replies) if (!waits(asked)) asked.answer(reply);
    if (this.#inbox.length > 0) this.#wake();
    this.#arm(this.#deps.clock.now() + RETRY_MS);
  }

  /** One alarm a lesson: its next deadline, or when a full disk is tried again. */
  #arm(notBefore = 0): void {
    this.#cancelAlarm();
    if (this.#closed) return;
    const deadline = nextDeadline(this.#state);
    if (deadline === null && notBefore === 0) return;
    const at = Math.max(deadline ?? 0, notBefore);
    this.#cancelAlarm = this.#deps.clock.after(at - this.#deps.clock.now(), () => {
      this.#enqueue(this.#server({ type: 'tick' }, () => {}, false));
    });
  }
}

function answerAll(batch: readonly Asked[], reason: 'busy-try-again'): void {
  for (const { answer } of batch) answer(refuse(reason));
}
