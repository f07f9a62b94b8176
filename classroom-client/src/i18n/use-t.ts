import { useSyncExternalStore } from 'react';
import { currentLanguage, onLanguage, type Say, t } from './i18n.ts';
import type { Language } from './language.ts';

/** Says words of the catalogue, and renders the component again when the language changes. */
export function useT(): Say {
  useLanguage();
  return t;
}

/** The language of now. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}
