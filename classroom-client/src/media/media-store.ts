import type { ClassroomId, LinkState, TrackId, TrackSource } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MediaLinkState } from './media-session.ts';
import type { SourceState } from './publish.ts';

/** Everything about picture and sound that a screen can show. */
export interface MediaState {
  readonly link: MediaLinkState;
  readonly own: Readonly<Record<TrackSource, { readonly state: SourceState; readonly track: MediaStreamTrack | null }>>;
  /** What arrives, by track. */
  readonly remote: Readonly<Record<TrackId, MediaStreamTrack>>;
  /** The latest still of each classroom, as an object URL. */
  readonly stills: Readonly<Record<ClassroomId, string>>;
  /** What each board says of its own link. */
  readonly links: Readonly<Record<ClassroomId, LinkState>>;
  /** How well picture and sound arrive here. */
  readonly quality: LinkState;
}

export type MediaStore = StoreApi<MediaState>;

const OFF = { state: 'off', track: null } as const;

/** Nothing is sent or received yet. */
export function createMediaStore(): MediaStore {
  return createStore<MediaState>(() => ({
    link: 'off',
    own: { camera: OFF, microphone: OFF },
    remote: {},
    stills: {},
    links: {},
    quality: 'good',
  }));
}
