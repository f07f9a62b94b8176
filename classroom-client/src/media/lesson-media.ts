import { type LessonState, type LinkReport, type PeerId, peerOf, type Track } from '@tongke/shared-types';
import type { Connection } from '../connection/connect.ts';
import { onWake } from '../connection/wake.ts';
import type { PublishWants } from '../layout/publish-wants.ts';
import type { Capture } from './capture.ts';
import type { LoadEngine } from './engine.ts';
import { createLinkWord } from './link-word.ts';
import { mediaLinkOf } from './media-link-of.ts';
import { createMediaSession } from './media-session.ts';
import { createMediaStore, type MediaStore } from './media-store.ts';
import { createPublisher, type Publisher } from './publish.ts';
import { createReceivingFirst } from './receiving-first.ts';
import type { CaptureScreen } from './screen-capture.ts';
import { type LoopedVoice, loopVoice } from './self-test/loop-voice.ts';
import { transportHealth } from './self-test/transport-health.ts';
import { createShareScreen, type ShareScreen } from './share-screen.ts';
import { createSilentWhenAway } from './silent-when-away.ts';
import { keepStills } from './stills.ts';
import { createSubscriber, type Subscriber } from './subscribe.ts';
import { concealmentOf, type Heard, heardOf, outgoingOf } from './voice-report.ts';
import { createVoices, type Voices } from './voices.ts';
import { keepVoices } from './voices-heard.ts';

/** What a screen wants to send and to receive now. */
interface MediaPlan {
  readonly publish: PublishWants;
  readonly tracks: readonly Track[];
  /** [AU3] [AU5] How loud each sound is played while these speak, 0 to 1; 1 without it. */
  readonly gain?: (speaks: readonly PeerId[], track: Track) => number;
}

interface Options {
  readonly connection: Connection;
  readonly loadEngine: LoadEngine;
  readonly capture: Capture;
  readonly captureScreen: CaptureScreen;
  readonly layers: 2 | 3;
  readonly pauseUnwatched: boolean;
  /** Pure; asked again whenever the lesson changes and four times a second, because turns end by time alone. */
  readonly plan: (view: LessonState, now: number) => MediaPlan;
}

/** Picture and sound of one screen, from the lobby to the end. */
export interface LessonMedia {
  readonly store: MediaStore;
  readonly voices: Voices;
  readonly publisher: Publisher;
  readonly screen: Pick<ShareScreen, 'start' | 'stop'>;
  readonly width: Subscriber['width'];
  /** The browser's statistics of each transport that there is. */
  stats(): Promise<readonly RTCStatsReport[]>;
  /** [AU4] Sends a microphone to the SFU and back, for a self-test before the lesson. */
  loop(track: MediaStreamTrack): Promise<LoopedVoice | null>;
  /** Something the plan depends on has changed. */
  replan(): void;
  stop(): void;
}

const REPLAN_MS = 250;
/** How often the SFU is told how the link does, in ms. */
const REPORT_MS = 2_000;
const NOTHING: MediaPlan = { publish: { camera: false, microphone: false }, tracks: [] };

/** Ties the lesson to the devices and to the SFU: the plan says what, the publisher and the subscriber see to it. */
export function createLessonMedia({
  connection,
  loadEngine,
  capture,
  captureScreen,
  layers,
  pauseUnwatched,
  plan,
}: Options): LessonMedia {
  const link = mediaLinkOf(connection);
  const store = createMediaStore();
  const voices = createVoices();
  /** Since the last join was asked: what is told then is newer than its answer. */
  let uplinkTold = false;
  const session = createMediaSession(link, loadEngine, {
    renewed({ uplink }) {
      publisher.renewed();
      screen.renewed();
      subscriber.renewed();
      if (!uplinkTold) publisher.uplink(uplink);
    },
    joining() {
      publisher.joining();
      uplinkTold = false;
    },
    kept({ trackIds, watchedTrackIds, consumerIds, heldConsumerIds, uplink }) {
      publisher.kept(trackIds, watchedTrackIds);
      screen.kept(trackIds);
      subscriber.kept(consumerIds, heldConsumerIds);
      if (!uplinkTold) publisher.uplink(uplink);
    },
    link: (state) => store.setState({ link: state }),
  });
  const publisher = createPublisher({
    capture,
    layers,
    pauseUnwatched,
    ask: link.ask,
    send: () => session.send(),
    changed: (source, state, track) => store.setState(({ own }) => ({ own: { ...own, [source]: { state, track } } })),
  });
  const screen = createShareScreen({
    capture: captureScreen,
    tell: connection.send,
    ask: link.ask,
    send: () => session.send(),
    changed: (own) => store.setState({ screen: own }),
  });
  const subscriber = createSubscriber({
    ask: link.ask,
    receive: () => session.receive(),
    changed(remote, held) {
      store.setState({ remote, held });
      voices.play(Object.values(remote).filter(({ kind }) => kind === 'audio'));
    },
  });

  const receivingFirst = createReceivingFirst(() => performance.now());
  const silentWhenAway = createSilentWhenAway(() => performance.now());
  const replan = () => {
    const { lesson, link: phase } = connection.store.getState();
    // Taken over by another window, or turned away: camera and microphone are not this page's any more.
    const view = phase === 'closed' ? undefined : lesson?.view;
    const { publish, tracks, gain } = view ? plan(view, connection.serverNow()) : NOTHING;
    const wants = silentWhenAway(publish, phase === 'online' || lesson?.viewer.role !== 'board');
    publisher.want(
      receivingFirst(
        wants,
        tracks.every(({ trackId }) => store.getState().remote[trackId]),
      ),
    );
    followScreen(view ?? null);
    subscriber.want(tracks, (trackId) => view?.tracks[trackId] !== undefined);
    const { remote, speaks } = store.getState();
    voices.volume((voice) => {
      const track = tracks.find(({ trackId }) => remote[trackId] === voice);
      return gain && track ? gain(speaks, track) : 1;
    });
  };

  const followScreen = (view: LessonState | null) => {
    const { lesson } = connection.store.getState();
    if (!view || !lesson || view.phase === 'ended') return screen.drop();
    const mine = view.screen !== null && view.screen.peerId === peerOf(lesson.viewer);
    screen.follow(mine ? (view.screen?.style ?? null) : null, lesson.version);
  };

  let before: Heard | null = null;
  const word = createLinkWord(() => performance.now());
  /** [WL5] The SFU decides what the link carries; only the browser knows how the voice sounds and what fits on the way out. */
  const report = async () => {
    const [received, sent] = await Promise.all([session.receive()?.stats(), session.send()?.stats()]);
    const heard = received ? heardOf(received) : null;
    const concealment = before && heard ? concealmentOf(before, heard) : null;
    before = heard;
    const outgoing = sent ? outgoingOf(sent) : null;
    const { roundTrip } = transportHealth([received, sent].flatMap((one) => one ?? []));
    const isKnown = concealment !== null || outgoing !== null || roundTrip !== null;
    const report: LinkReport = { type: 'link', concealment, outgoing, roundTrip };
    if (word.hear(isKnown ? report : null)) connection.signal(report);
  };

  const timers = [setInterval(replan, REPLAN_MS), setInterval(() => void report().catch(() => undefined), REPORT_MS)];
  const retry = async () => {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    publisher.retry(devices.map(({ deviceId }) => deviceId));
  };
  navigator.mediaDevices?.addEventListener('devicechange', retry);
  const unsubscribe = [
    onWake((wake) => {
      session.wake(wake);
      voices.resume();
    }),
    connection.store.subscribe(replan),
    link.onNotice((notice) => {
      if (notice.type === 'consumer.closed') subscriber.closed(notice.consumerId);
      if (notice.type === 'consumers.offered') subscriber.offered(notice.consumers);
      if (notice.type === 'consumer.held') subscriber.held(notice.consumerId, notice.held);
      if (notice.type === 'uplink') {
        uplinkTold = true;
        publisher.uplink(notice.rung);
      }
      if (notice.type === 'consumer.shelter') subscriber.shelter(notice.offer);
      if (notice.type === 'track.shelter') publisher.shelter(notice.trackId, notice.on, notice.alone);
      if (notice.type === 'track.closed') {
        publisher.closed(notice.trackId);
        screen.closed(notice.trackId);
      }
      if (notice.type === 'track.watched') publisher.watched(notice.trackId, notice.watched);
    }),
    connection.ride(word.again),
    connection.onSignal(keepStills(store)),
    connection.onSignal(keepVoices(store)),
  ];

  return {
    store,
    voices,
    publisher,
    screen,
    width: subscriber.width,
    stats: () => Promise.all([session.send(), session.receive()].flatMap((one) => (one ? [one.stats()] : []))),
    loop: (track) => loopVoice({ ask: link.ask, send: session.send(), receive: session.receive() }, track),
    replan,
    stop() {
      for (const timer of timers) clearInterval(timer);
      for (const off of unsubscribe) off();
      navigator.mediaDevices?.removeEventListener('devicechange', retry);
      publisher.stop();
      screen.drop();
      subscriber.stop();
      voices.stop();
      session.stop();
    },
  };
}
