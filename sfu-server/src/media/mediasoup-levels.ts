import type * as Soup from 'mediasoup/types';
import type { EngineLevels } from './engine.ts';

/** How often levels are told, in ms. */
const INTERVAL_MS = 300;
/** What is quieter is silence, in dBov: a room that breathes. */
const THRESHOLD_DB = -60;
/** As many microphones are told at once. */
const MOST_ENTRIES = 16;

/** Levels from the audio level extension of the packets: nothing is decoded. */
export async function openMediasoupLevels(router: Soup.Router): Promise<EngineLevels> {
  const observer = await router.createAudioLevelObserver({
    maxEntries: MOST_ENTRIES,
    threshold: THRESHOLD_DB,
    interval: INTERVAL_MS,
  });
  const added = new Set<string>();
  return {
    async add(producerId) {
      if (added.has(producerId)) return;
      added.add(producerId);
      await observer.addProducer({ producerId }).catch((error: unknown) => {
        added.delete(producerId);
        throw error;
      });
    },
    onLevels(listener) {
      observer.on('volumes', (volumes) =>
        listener(volumes.map(({ producer, volume }) => ({ trackId: producer.id, volume }))),
      );
      observer.on('silence', () => listener([]));
    },
    close: () => observer.close(),
  };
}
