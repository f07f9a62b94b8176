import { type ReactNode, useEffect, useRef, useState } from 'react';
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

/** A button that must be held for a second, so that a passing child does not press it; it fills while it is held. */
export function HoldButton({ children, onHeld, look = 'plain', holdMs = 1000, disabled = false, className }: Props) {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const release = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setHolding(false);
  };
  const hold = () => {
    if (disabled || timer.current !== undefined) return;
    setHolding(true);
    timer.current = setTimeout(() => {
      release();
      onHeld();
    }, holdMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

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
      <span className={css.words}>{children}</span>
    </button>
  );
}
