import { Component, type ReactNode } from 'react';
import { t } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';
import css from './ErrorBoundary.module.css';

interface Props {
  /** The page opens itself again: for a board, before which nobody sits. */
  readonly opensItself: boolean;
  readonly reload: () => void;
  readonly children: ReactNode;
}

const RELOAD_MS = 5_000;

/** Instead of a blank page when a screen fails: a sentence, and one tap to open the page again. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(): void {
    if (this.props.opensItself) this.#timer = setTimeout(this.props.reload, RELOAD_MS);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): ReactNode {
    const { opensItself, reload, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <main role="alert" className={css.broken}>
        <h1>{t('common.broken')}</h1>
        <p>{t(opensItself ? 'common.brokenOpensItself' : 'common.brokenLine')}</p>
        <Button look="next" size="large" onClick={reload}>
          {t('common.reload')}
        </Button>
      </main>
    );
  }
}
