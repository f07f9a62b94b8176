import { useEffect } from 'react';

/** What presenter remotes and hands on a keyboard send: by how many pages each key turns. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  PageUp: -1,
};
/** Where a key means something else. */
const OTHERS = 'input, textarea, select, [contenteditable], [role=radio], [role=dialog]';

/** Turns pages by the keyboard, while nothing lies over the screen and nobody types; null where no key does. A space on a button presses the button. */
export function usePageKeys(turnBy: ((pages: number) => void) | null): void {
  useEffect(() => {
    if (turnBy === null) return;
    const onKey = (event: KeyboardEvent) => {
      const by = KEYS[event.key];
      const { target } = event;
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      if (target instanceof Element && target.closest(event.key === ' ' ? `${OTHERS}, button, a` : OTHERS)) return;
      if (document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      turnBy(by);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [turnBy]);
}
