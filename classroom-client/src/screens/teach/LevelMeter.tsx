import { useEffect, useState } from 'react';
import { measureLevel } from '../../media/level-meter.ts';
import css from './DeviceCheck.module.css';

/** A bar that moves with the voice, and what it asks for. */
export function LevelMeter({ track, label }: { readonly track: MediaStreamTrack; readonly label: string }) {
  return (
    <div className={css.meter}>
      <span>{label}</span>
      <Level track={track} />
    </div>
  );
}

/** The bar alone. */
export function Level({ track }: { readonly track: MediaStreamTrack }) {
  const [level, setLevel] = useState(0);
  useEffect(() => measureLevel(track, setLevel), [track]);
  return (
    <span aria-hidden="true" className={css.rail}>
      <span className={css.bar} style={{ transform: `scaleX(${level})` }} />
    </span>
  );
}
