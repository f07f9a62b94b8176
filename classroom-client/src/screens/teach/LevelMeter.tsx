import { useEffect, useState } from 'react';
import { measureLevel } from '../../media/level-meter.ts';
import css from './DeviceCheck.module.css';
import { LevelBar } from './LevelBar.tsx';

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
  return <LevelBar level={level} />;
}
