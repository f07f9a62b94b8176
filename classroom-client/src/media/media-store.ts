import type { DeviceSource, PeerId, TrackId } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MediaLinkState } from './media-session.ts';
import type { SourceState } from './publish.ts';
import type { OwnScreen } from './share-screen.ts';

/** Everything about picture and sound that a screen can show. */
export interface MediaState {
  readonly link: MediaLinkState;
  readonly own: Readonly<
    Record<DeviceSource, { readonly state: SourceState; readonly track: MediaStreamTrack | null }>
  >;
  /** What this page shares of its screen. */
  readonly screen: OwnScreen;
  /** What arrives, by track. */
  readonly remote: Readonly<Record<TrackId, MediaStreamTrack>>;
  /** Pictures among them that the link does not carry now. */
  readonly held: readonly TrackId[];
  /** The latest still of each classroom, and of the lead teacher, as an object URL. */
  readonly stills: Readonly<Record<PeerId, string>>;
  /** [AU2] Who speaks now, whoever began first in front; on a board of those whom it may hear. */
  readonly speaks: readonly PeerId[];
  /** [AU1] How loud whose microphone is, in dBov; for the lead teacher alone. */
  readonly levels: Readonly<Record<PeerId, number>>;
}

export type MediaStore = StoreApi<MediaState>;

const OFF = { state: 'off', track: null } as const;

/** Nothing is sent or received yet. */
export function createMediaStore(): MediaStore {
  return createStore<MediaState>(() => ({
    link: 'off',
    own: { camera: OFF, microphone: OFF },
    screen: OFF,
    remote: {},
    held: [],
    stills: {},
    speaks: [],
    levels: {},
  }));
}
