import css from './DeviceCheck.module.css';

/** A bar as long as somebody is loud, 0 to 1. */
export function LevelBar({ level }: { readonly level: number }) {
  return (
    <span aria-hidden="true" className={css.rail}>
      <span className={css.bar} style={{ transform: `scaleX(${level})` }} />
    </span>
  );
}
