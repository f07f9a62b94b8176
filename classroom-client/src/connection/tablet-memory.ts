import type { LessonId, SeatId } from '@tongke/shared-types';
import { newId } from './new-id.ts';
import type { Shelf } from './storage.ts';

/** Who used this tablet last, so that the next lesson can ask 你是小明吗? */
export interface LastPupil {
  readonly seatId: SeatId;
  readonly name: string;
  /** The lesson in which the seat is held; '' once it was given up. */
  readonly lessonId: LessonId;
}

export interface TabletMemory {
  /** 128 bits, made once: the seat is bound to it. */
  readonly deviceKey: string;
  readonly last: () => LastPupil | null;
  readonly remember: (pupil: LastPupil) => void;
  readonly forget: () => void;
}

const DEVICE = 'tongke.device';
const PUPIL = 'tongke.pupil';

/** What a tablet remembers between lessons. */
export function tabletMemory(shelf: Shelf): TabletMemory {
  const known = shelf.getItem(DEVICE);
  const deviceKey = known && /^[A-Za-z0-9_-]{22,64}$/.test(known) ? known : newId();
  if (deviceKey !== known) shelf.setItem(DEVICE, deviceKey);
  return {
    deviceKey,
    last: () => parse(shelf.getItem(PUPIL)),
    remember: (pupil) => {
      const text = JSON.stringify(pupil);
      if (shelf.getItem(PUPIL) !== text) shelf.setItem(PUPIL, text);
    },
    forget: () => shelf.removeItem(PUPIL),
  };
}

function parse(text: string | null): LastPupil | null {
  try {
    const last = JSON.parse(text ?? 'null') as LastPupil | null;
    return typeof last?.seatId === 'string' && typeof last.name === 'string' ? last : null;
  } catch {
    return null;
  }
}
