import { useEffect, useState } from 'react';

const MOVES = ['pointermove', 'pointerdown', 'keydown'] as const;

/** True for so long, ms, after somebody moved the mouse, touched the screen or pressed a key. */
export function useAwake(ms: number): boolean {
  const [awake, setAwake] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = () => {
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), ms);
    };
    wake();
    for (const move of MOVES) addEventListener(move, wake);
    return () => {
      clearTimeout(timer);
      for (const move of MOVES) removeEventListener(move, wake);
    };
  }, [ms]);
  return awake;
}
