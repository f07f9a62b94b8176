import { useEffect, useRef } from 'react';
import { playTone, type Tone } from './sounds.ts';

/** Sounds when the value becomes another one than null; what was so when the page opened is old news. */
export function useToneOn(tone: Tone, value: string | null): void {
  const before = useRef(value);
  useEffect(() => {
    if (value !== null && value !== before.current) playTone(tone);
    before.current = value;
  }, [tone, value]);
}
