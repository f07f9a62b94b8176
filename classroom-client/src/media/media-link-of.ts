import type { Connection } from '../connection/connect.ts';
import type { MediaLink } from './media-link.ts';

/** The media side of a screen's connection. A lesson that opens for a waiting board counts as joining it. */
export function mediaLinkOf(connection: Connection): MediaLink {
  return {
    ask: connection.media,
    join: connection.mediaJoin,
    onNotice: connection.onMedia,
    signal: connection.signal,
    isUp: () => connection.store.getState().link === 'online',
    onJoined(listener) {
      const { store } = connection;
      const offJoined = connection.onJoined(() => {
        if (store.getState().lesson) listener();
      });
      const offOpened = store.subscribe((screen, before) => {
        // A return is told by `onJoined`; this is a snapshot that was pushed.
        if (
          screen.link === 'online' &&
          before.link === 'online' &&
          screen.lesson?.lessonId !== before.lesson?.lessonId
        ) {
          if (screen.lesson) listener();
        }
      });
      return () => {
        offJoined();
        offOpened();
      };
    },
  };
}
