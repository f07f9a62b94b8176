import { readItem, writeItem } from '../connection/storage.ts';

/** The devices that this computer's teacher chose; null means the browser's own choice. */
export interface ChosenDevices {
  readonly camera: string | null;
  readonly microphone: string | null;
  readonly loudspeaker: string | null;
}

const KEY = 'tongke.devices';
const NONE: ChosenDevices = { camera: null, microphone: null, loudspeaker: null };

/** What was chosen last time on this computer. */
export function rememberedDevices(): ChosenDevices {
  try {
    const kept: unknown = JSON.parse(readItem(KEY) ?? '{}');
    return typeof kept === 'object' ? { ...NONE, ...kept } : NONE;
  } catch {
    return NONE;
  }
}

export function rememberDevices(devices: ChosenDevices): void {
  writeItem(KEY, JSON.stringify(devices));
}
