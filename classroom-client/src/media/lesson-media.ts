import { type LessonState, type LinkState, steadyLink, type Track } from '@tongke/shared-types';
import type { Connection } from '../connection/connect.ts';
import type { PublishWants } from '../layout/publish-wants.ts';
import type { Capture } from './capture.ts';
import type { LoadEngine } from './engine.ts';
import { linkQuality, type Received, receivedOf } from './link-quality.ts';
import { mediaLinkOf } from './media-link-of.ts';
import { createMediaSession } from './media-session.ts';
import { createMediaStore, type MediaStore } from './media-store.ts';
import { createPublisher, type Publisher } from './publish.ts';
import { createReceivingFirst } from './receiving-first.ts';
import { createSilentWhenAway } from './silent-when-away.ts';
import { keepStills } from './stills.ts';
import { createSubscriber, type Subscriber } from './subscribe.ts';
import { createVoices, type Voices } from './voices.ts';

/** What a screen wants to send and to receive now. */
interface MediaPlan {
  readonly publish: PublishWants;
  readonly tracks: readonly Track[];
}

interface Options {
  readonly connection: Connection;
  readonly loadEngine: LoadEngine;
  readonly capture: Capture;
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
  readonly width: Subscriber['width'];
  /** Something the plan depends on has changed. */
  replan(): void;
  stop(): void;
}

const REPLAN_MS = 250;
const SAMPLE_MS = 3_000;
const NOTHING: MediaPlan = { publish: { camera: false, microphone: false }, tracks: [] };

/** Ties the lesson to the devices and to the SFU: the plan says what, the publisher and the subscriber see to it. */
export function createLessonMedia({
  connection,
  loadEngine,
  capture,
  layers,
  pauseUnwatched,
  plan,
}: Options): LessonMedia {
  const link = mediaLinkOf(connection);
  const store = createMediaStore();
  const voices = createVoices();
  const session = createMediaSession(link, loadEngine, {
    renewed() {
      publisher.renewed();
      subscriber.renewed();
    },
    joining: () => publisher.joining(),
    kept({ trackIds, watchedTrackIds, consumerIds }) {
      publisher.kept(trackIds, watchedTrackIds);
      subscriber.kept(consumerIds);
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
  const subscriber = createSubscriber({
    ask: link.ask,
    receive: () => session.receive(),
    changed(remote) {
      store.setState({ remote });
      voices.play(Object.values(remote).filter(({ kind }) => kind === 'audio'));
    },
  });

  const receivingFirst = createReceivingFirst(() => performance.now());
  const silentWhenAway = createSilentWhenAway(() => performance.now());
  const replan = () => {
    const { lesson, link: phase } = connection.store.getState();
    // Taken over by another window, or turned away: camera and microphone are not this page's any more.
    const view = phase === 'closed' ? undefined : lesson?.view;
    const { publish, tracks } = view ? plan(view, connection.serverNow()) : NOTHING;
    const wants = silentWhenAway(publish, phase === 'online' || lesson?.viewer.role !== 'board');
    publisher.want(
      receivingFirst(
        wants,
        tracks.every(({ trackId }) => store.getState().remote[trackId]),
      ),
    );
    subscriber.want(tracks, (trackId) => view?.tracks[trackId] !== undefined);
  };

  let before: Received | null = null;
  let last: LinkState = 'good';
  const sample = async () => {
    const receive = session.receive();
    if (!receive) return;
    const now = receivedOf(await receive.stats());
    const expectsVideo = Object.values(store.getState().remote).some(({ kind }) => kind === 'video');
    if (before) {
      const measured = linkQuality(before, now, expectsVideo);
      store.setState(({ quality }) => ({ quality: steadyLink(quality, last, measured) }));
      last = measured;
    }
    before = now;
  };

  const timers = [setInterval(replan, REPLAN_MS), setInterval(() => void sample().catch(() => undefined), SAMPLE_MS)];
  const retry = () => publisher.retry();
  navigator.mediaDevices?.addEventListener('devicechange', retry);
  const unsubscribe = [
    connection.store.subscribe(replan),
    link.onNotice((notice) => {
      if (notice.type === 'consumer.closed') subscriber.closed(notice.consumerId);
      if (notice.type === 'track.closed') publisher.closed(notice.trackId);
      if (notice.type === 'track.watched') publisher.watched(notice.trackId, notice.watched);
    }),
    connection.onSignal(keepStills(store)),
  ];

  return {
    store,
    voices,
    publisher,
    width: subscriber.width,
    replan,
    stop() {
      for (const timer of timers) clearInterval(timer);
      for (const off of unsubscribe) off();
      navigator.mediaDevices?.removeEventListener('devicechange', retry);
      publisher.stop();
      subscriber.stop();
      voices.stop();
      session.stop();
    },
  };
}
