import { entryOf } from '../entry-of.ts';
import type { LessonState } from '../state.ts';
import { happen, type Outcome } from './outcome.ts';
import type { ServerCommand } from './server-command.ts';

type TrackCommand = Extract<ServerCommand, { type: 'track.publish' | 'track.close' | 'tracks.keep' }>;

/** [FL6] The lesson knows the tracks that the SFU has, no more and no less. */
export function decideTracks(state: LessonState, command: TrackCommand): Outcome {
  switch (command.type) {
    case 'track.publish': {
      const { type: _, ...track } = command;
      return entryOf(state.tracks, track.trackId) ? happen() : happen({ type: 'track.published', ...track });
    }
    case 'track.close':
      return entryOf(state.tracks, command.trackId)
        ? happen({ type: 'track.closed', trackId: command.trackId, cause: command.cause })
        : happen();
    case 'tracks.keep': {
      const lost = Object.keys(state.tracks).filter((trackId) => !command.trackIds.includes(trackId));
      return happen(...lost.map((trackId) => ({ type: 'track.closed', trackId, cause: command.cause }) as const));
    }
  }
}
