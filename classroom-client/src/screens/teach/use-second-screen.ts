import { useState } from 'react';
import { openSecondScreen } from './open-second-screen.ts';

/** [SS2] Opens the window for the own class: whether the browser blocked it, and whether it opened. */
export function useSecondScreen(): { readonly blocked: boolean; readonly open: () => Promise<boolean> } {
  const [blocked, setBlocked] = useState(false);
  const open = async () => {
    const opened = await openSecondScreen();
    setBlocked(!opened);
    return opened;
  };
  return { blocked, open };
}
