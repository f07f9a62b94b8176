import { readItem, writeItem } from '../connection/storage.ts';

/** How the page looks: as the device says, or as somebody chose. */
export type Look = 'auto' | 'light' | 'dark';

const KEY = 'tongke.look';

export function rememberedLook(): Look {
  const look = readItem(KEY);
  return look === 'light' || look === 'dark' ? look : 'auto';
}

/** Chooses a look, keeps it on this device and shows it at once. */
export function chooseLook(look: Look): void {
  writeItem(KEY, look);
  showLook();
}

/** Shows the remembered look and follows the device where that is the choice; call once per page. */
export function followLook(): void {
  showLook();
  darkQuery().addEventListener('change', showLook);
}

function showLook(): void {
  const look = rememberedLook();
  const dark = look === 'dark' || (look === 'auto' && darkQuery().matches);
  document.documentElement.dataset.look = dark ? 'dark' : 'light';
}

function darkQuery(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
