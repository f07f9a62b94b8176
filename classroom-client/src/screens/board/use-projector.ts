import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readItem, writeItem } from '../../connection/storage.ts';
import { useAwake } from '../shared/use-awake.ts';

const KEY = 'tongke.projector';
/** What can be tapped stays for so long after the mouse rests, ms. */
const REST_MS = 5_000;

/** [SS3] Whether this board is a projector, or a screen without touch: kept on the device. */
export const projector = createStore<boolean>(() => readItem(KEY) === 'on');

export function setProjector(on: boolean): void {
  writeItem(KEY, on ? 'on' : 'off');
  projector.setState(on, true);
}

/** True while nothing that can be tapped is shown: on a projector, unless somebody has just moved a mouse or pressed a key. */
export function useProjector(): boolean {
  const on = useStore(projector);
  const awake = useAwake(REST_MS);
  return on && !awake;
}
