import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './tokens.css';
import './base.css';
import type { Section } from '../i18n/catalogue.ts';
import { onLanguage, startI18n, t } from '../i18n/i18n.ts';
import type { Words } from '../i18n/words.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { followLook } from './look.ts';

declare global {
  interface Window {
    /** Set by the check in front of every page: the browser cannot run it and has been told so. */
    tongkeTooOld?: boolean;
  }
}

interface Options {
  /** What the page is called, behind the product's name. */
  readonly title?: () => string;
  /** A page before which nobody sits opens itself again when it fails. */
  readonly opensItself?: boolean;
}

/** Shows a page: words, look, then the screen. Nothing is shown over the sentence for a browser that is too old. */
export function mount(sections: Partial<Record<Section, Words>>, screen: () => ReactNode, options: Options = {}): void {
  const root = document.getElementById('root');
  if (!root || window.tongkeTooOld) return;
  startI18n(sections);
  followLook();
  const showTitle = () => {
    document.title = [t('common.product'), options.title?.()].filter(Boolean).join(' · ');
  };
  showTitle();
  onLanguage(showTitle);
  createRoot(root).render(
    <ErrorBoundary opensItself={options.opensItself ?? false} reload={() => location.reload()}>
      {screen()}
    </ErrorBoundary>,
  );
}
