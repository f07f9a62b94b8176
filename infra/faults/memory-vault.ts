import { isOver, type KeptItem, type Vault } from '../../classroom-client/src/connection/vault.ts';

/** A device's storage that outlives its pages: pass it on to play a reload. */
export function memoryVault(): Vault {
  const items = new Map<string, KeptItem>();
  const place = ({ lessonId, roundId, seatId }: KeptItem) => `${lessonId} ${roundId} ${seatId}`;
  return {
    keep: async (item) => void items.set(place(item), item),
    settle: async (item) => {
      if (items.get(place(item))?.id === item.id) items.set(place(item), item);
    },
    recall: async (lessonId, holder) =>
      [...items.values()].filter((item) => item.lessonId === lessonId && item.holder === holder),
    tidy: async (lessonId, roundId) => {
      for (const item of [...items.values()]) if (isOver(item, lessonId, roundId)) items.delete(place(item));
    },
  };
}
