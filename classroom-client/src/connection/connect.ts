import {
  batchOfTurn,
  type Command,
  type Credentials,
  type DataNotice,
  type DirectCall,
  type DirectNotice,
  type EventBatch,
  type Hello,
  type HelloReply,
  type MediaNotice,
  type MediaReply,
  type MediaRequest,
  type Opening,
  PROTOCOL_VERSION,
  type Refusal,
  type RelayedSignal,
  refuse,
  type Signal,
  type TimingDown,
  type TimingUp,
} from '@tongke/shared-types';
import {
  adoptBatch,
  adoptNames,
  adoptSnapshot,
  createLessonStore,
  type LessonScreen,
  type LessonStore,
} from '../lesson/lesson-store.ts';
import { betterClock, measureClock } from './clock.ts';
import type { AskData } from './data-channel.ts';
import { createListeners, type Listeners } from './listeners.ts';
import { createMediaJoin, type JoinRequest, type MediaJoin } from './media-join.ts';
import { newId } from './new-id.ts';
import { isPassing } from './passing.ts';
import { reloadOnce, reloadWorked } from './reload-once.ts';
import { createSender, type Send, type Sender } from './send.ts';
import type { OpenWire } from './wire.ts';

/** A screen's line to its lesson. Make one per page; it finds its own way back until it is closed. */
export interface Connection {
  readonly store: LessonStore;
  /** Sends a command to the lesson that the screen shows. */
  readonly send: Send;
  /** For what must survive a reload: the caller keeps the id. */
  readonly sender: Sender;
  /** `media/unavailable` when there is no link or no answer. */
  readonly media: <T extends MediaRequest['type']>(
    request: Extract<MediaRequest, { type: T }>,
  ) => Promise<MediaReply<T>>;
  /** A media endpoint's first request, which travels with the hello. */
  readonly mediaJoin: Pick<MediaJoin, 'by' | 'ask'>;
  /** A pupil's tablet asks for its data channel; `media/unavailable` as above. */
  readonly data: AskData;
  readonly signal: (signal: Signal) => void;
  readonly onData: Listeners<DataNotice>['add'];
  /** [BR8] Of a board and its tablets; lost when there is no link. */
  readonly direct: (call: DirectCall) => void;
  readonly onDirect: Listeners<DirectNotice>['add'];
  /** Lost when there is no link. */
  readonly timing: (message: TimingUp) => void;
  readonly onTiming: Listeners<TimingDown>['add'];
  /** [RS15] Asked at every beat of the line for what can wait for one. */
  readonly ride: (rider: Rider) => () => void;
  readonly onMedia: Listeners<MediaNotice>['add'];
  readonly onSignal: Listeners<RelayedSignal>['add'];
  /** After every hello that was granted: the first one, and each return. */
  readonly onJoined: Listeners<void>['add'];
  /** The server's clock, ms. */
  readonly serverNow: () => number;
  /** Says hello anew, after the link was closed or with other credentials. */
  readonly retry: (credentials?: Credentials) => void;
  readonly close: () => void;
}

/** What is to be said with the next beat, or null. */
type Rider = () => Signal | null;

const HELLO_PATIENCE_MS = 5000;
const MEDIA_PATIENCE_MS = 10_000;
const PAUSE_MS = 2000;

/**
 * Connects a screen to its lesson: hello, resume after a loss, snapshots and events into the store. Credentials that
 * may change meanwhile come as a function, asked at every hello. A refused hello is said again where `mayPass`.
 */
export function connect(
  first: Credentials | (() => Credentials),
  openWire: OpenWire,
  mayPass: (reason: Refusal) => boolean = isPassing,
): Connection {
  const store = createLessonStore();
  const mediaNotices = createListeners<MediaNotice>();
  const dataNotices = createListeners<DataNotice>();
  const signals = createListeners<RelayedSignal>();
  const directs = createListeners<DirectNotice>();
  const timings = createListeners<TimingDown>();
  const joins = createListeners<void>();
  const riders = new Set<Rider>();
  let credentials = first;
  let greeting = 0;
  let early: (() => void)[] | null = null;
  let openedAt = 0;
  let welcomed: (reply: HelloReply) => void = () => undefined;

  const change = (next: (screen: LessonScreen) => LessonScreen) => store.setState(next);
  /** What comes while a hello is unanswered belongs behind its answer. */
  const inOrder = (apply: () => void) => (early ? early.push(apply) : apply());
  const later = () => setTimeout((number: number) => number === greeting && greet(), PAUSE_MS, greeting);

  const wire = openWire({
    opening,
    opened: (answer) => {
      if (answer.to === 'hello') welcomed(answer.reply);
      else mediaJoin.answered(answer.reply);
    },
    up: () => {
      const answer = new Promise<HelloReply | null>((resolve) => {
        welcomed = resolve;
        setTimeout(resolve, HELLO_PATIENCE_MS, null);
      });
      void heed(answer, openedAt);
    },
    down: (byServer) => {
      greeting++;
      early = null;
      sender.pause();
      mediaJoin.forget();
      if (store.getState().link === 'closed') return;
      change((screen) => ({ ...screen, link: screen.link === 'connecting' ? 'connecting' : 'lost' }));
      if (byServer) setTimeout((number: number) => number === greeting && wire.connect(), PAUSE_MS, greeting);
    },
    snapshot: (snapshot) => inOrder(() => change((screen) => adoptSnapshot(screen, snapshot))),
    names: (names) => inOrder(() => change((screen) => adoptNames(screen, names))),
    events: (batch) => inOrder(() => fold(batch)),
    page: (turn) =>
      inOrder(() => {
        const { lesson } = store.getState();
        if (lesson) fold(batchOfTurn(lesson.lessonId, turn));
      }),
    media: mediaNotices.tell,
    data: dataNotices.tell,
    signal: signals.tell,
    direct: directs.tell,
    timing: timings.tell,
    beat: () => [...riders].flatMap((rider) => rider() ?? []),
    bye: ({ reason }) => (isPassing(reason) ? change((screen) => ({ ...screen, link: 'lost', reason })) : shut(reason)),
  });
  const sender = createSender(wire);
  const askMedia: Connection['media'] = async (request) => {
    const reply = await wire.ask('media', request, MEDIA_PATIENCE_MS);
    return (reply ?? refuse('media/unavailable')) as never;
  };
  const mediaJoin = createMediaJoin(askMedia, MEDIA_PATIENCE_MS);

  function fold(batch: EventBatch): void {
    const adopted = adoptBatch(store.getState(), batch, Date.now());
    if (adopted) change(() => adopted);
    else greet(store.getState().lesson?.lessonId !== batch.lessonId);
  }

  function opening(): Opening | Promise<Opening> {
    const open = (media?: JoinRequest): Opening => {
      openedAt = Date.now();
      return { hello: helloNow(), ...(media && { media }) };
    };
    return mediaJoin.prepare()?.then(open) ?? open();
  }

  function helloNow(anew = false): Hello {
    const { lesson } = store.getState();
    const have = lesson && !anew ? { lessonId: lesson.lessonId, version: lesson.version, view: lesson.viewKey } : null;
    const who = typeof credentials === 'function' ? credentials() : credentials;
    return { protocol: PROTOCOL_VERSION, credentials: who, have };
  }

  function greet(anew = false): Promise<void> {
    return heed(wire.ask('hello', helloNow(anew), HELLO_PATIENCE_MS), Date.now());
  }

  async function heed(answer: Promise<HelloReply | null>, askedAt: number): Promise<void> {
    const number = ++greeting;
    early = [];
    sender.pause();
    const reply = await answer;
    if (number !== greeting) return;
    if (reply?.ok) return welcome(reply, askedAt);
    // Without a lesson nothing was joined, whatever was said of it.
    if (reply) mediaJoin.forget();
    if (reply && !mayPass(reply.reason)) return refused(reply.reason);
    if (reply && isPassing(reply.reason)) change((screen) => ({ ...screen, reason: reply.reason }));
    later();
  }

  function welcome(reply: Extract<HelloReply, { ok: true }>, askedAt: number): void {
    const { joined, addresses } = reply;
    const answeredAt = Date.now();
    const clock = betterClock(store.getState().clock, measureClock(askedAt, answeredAt, reply.now));
    const online = { link: 'online', reason: null, addresses, clock } as const;
    if (joined.kind === 'snapshot') change((screen) => adoptSnapshot({ ...screen, ...online }, joined.snapshot));
    if (joined.kind === 'waiting') {
      mediaJoin.forget();
      change((screen) => ({ ...screen, ...online, lesson: null, waiting: joined.room }));
    }
    if (joined.kind === 'events') {
      const { batch, names, viewer, viewKey } = joined;
      const known = store.getState().lesson?.viewKey === viewKey;
      const adopted = known ? adoptBatch(store.getState(), batch, answeredAt) : null;
      if (!adopted?.lesson) return void greet(true);
      const lesson = { ...adopted.lesson, names, viewer };
      change(() => ({ ...adopted, ...online, waiting: null, lesson }));
    }
    reloadWorked();
    const waited = early ?? [];
    early = null;
    for (const apply of waited) apply();
    sender.open();
    joins.tell();
  }

  function refused(reason: Refusal): void {
    if (reason === 'client-too-old' && reloadOnce()) return;
    shut(reason);
  }

  function shut(reason: Refusal): void {
    change((screen) => ({ ...screen, link: 'closed', reason }));
    greeting++;
    early = null;
    sender.end(reason);
    wire.disconnect();
  }

  wire.connect();
  return {
    store,
    sender,
    send: (command: Command) => {
      const { lesson } = store.getState();
      if (!lesson) return Promise.resolve(refuse('no-lesson-now'));
      return sender.send({ id: newId(), lessonId: lesson.lessonId, command }).reply;
    },
    media: askMedia,
    mediaJoin,
    data: async (request) => (await wire.ask('data', request, MEDIA_PATIENCE_MS)) ?? refuse('media/unavailable'),
    onData: dataNotices.add,
    signal: wire.signal,
    direct: wire.direct,
    onDirect: directs.add,
    timing: wire.timing,
    onTiming: timings.add,
    ride: (rider) => {
      riders.add(rider);
      return () => riders.delete(rider);
    },
    onMedia: mediaNotices.add,
    onSignal: signals.add,
    onJoined: joins.add,
    serverNow: () => Date.now() + store.getState().clock.offset,
    retry: (others) => {
      if (others) credentials = others;
      // A lost link stays a lost one, in words too, until it is found.
      change((screen) => ({ ...screen, link: screen.link === 'lost' ? 'lost' : 'connecting', reason: null }));
      wire.disconnect();
      wire.connect();
    },
    close: () => {
      greeting++;
      sender.end('busy-try-again');
      wire.disconnect();
    },
  };
}
