import { useSyncExternalStore } from 'react';
import { currentEdition, currentLanguage, onLanguage, type Say, t } from './i18n.ts';
import type { Language } from './language.ts';

/** Says words of the catalogue, and renders the component again when the language changes. */
export function useT(): Say {
  useSyncExternalStore(onLanguage, currentEdition);
  return t;
}

/** The language of now. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}
