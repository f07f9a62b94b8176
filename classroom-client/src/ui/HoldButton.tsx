import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { classNames } from './class-names.ts';
import css from './HoldButton.module.css';

interface Props {
  readonly children: ReactNode;
  readonly onHeld: () => void;
  readonly look?: 'plain' | 'danger';
  /** How long it must be held, ms. */
  readonly holdMs?: number;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

/** How long a tap that was too short is answered with what to do, ms. */
const HINT_MS = 3_000;

/** A button that must be held for a second, so that a passing child does not press it; it fills while it is held, and says so after a short tap. */
export function HoldButton({ children, onHeld, look = 'plain', holdMs = 1000, disabled = false, className }: Props) {
  const t = useT();
  const [holding, setHolding] = useState(false);
  const [hint, setHint] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const done = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setHolding(false);
  };
  const release = () => {
    if (timer.current !== undefined) setHint(true);
    done();
  };
  const hold = () => {
    if (disabled || timer.current !== undefined) return;
    setHolding(true);
    setHint(false);
    timer.current = setTimeout(() => {
      done();
      onHeld();
    }, holdMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!hint) return;
    const shown = setTimeout(() => setHint(false), HINT_MS);
    return () => clearTimeout(shown);
  }, [hint]);

  return (
    <button
      type="button"
      disabled={disabled}
      className={classNames(css.hold, css[look], holding && css.holding, className)}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && hold()}
      onKeyUp={release}
      onBlur={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span className={css.fill} style={{ transitionDuration: holding ? `${holdMs}ms` : '0ms' }} />
      <span className={css.words} aria-live="polite">
        {hint ? t('common.holdToConfirm') : children}
      </span>
    </button>
  );
}
