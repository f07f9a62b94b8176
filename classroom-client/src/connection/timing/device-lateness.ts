import { MOST_LATE_MS } from '@tongke/shared-types';
import type { Shelf } from '../storage.ts';

/** How late this device shows and feels, as its own test found. */
export interface DeviceLateness {
  /** In ms, 0 to 60. */
  readonly late: number;
  /** When it was tested, ms since 1970. */
  readonly at: number;
}

const KEY = 'tongke.lateness';

/** What the test of this device found, or null: it was not tested, and counts as an ordinary one. */
export function keptLateness(shelf: Shelf): DeviceLateness | null {
  try {
    const kept = JSON.parse(shelf.getItem(KEY) ?? 'null') as DeviceLateness | null;
    const good = typeof kept?.late === 'number' && kept.late >= 0 && kept.late <= MOST_LATE_MS;
    return good && typeof kept.at === 'number' ? kept : null;
  } catch {
    return null;
  }
}

export function keepLateness(shelf: Shelf, lateness: DeviceLateness): void {
  shelf.setItem(KEY, JSON.stringify(lateness));
}

export function forgetLateness(shelf: Shelf): void {
  shelf.removeItem(KEY);
}
