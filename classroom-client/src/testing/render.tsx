import { act } from 'preact/test-utils';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach } from 'vitest';
import type { Section } from '../i18n/catalogue.ts';
import { startI18n } from '../i18n/i18n.ts';
import type { Words } from '../i18n/words.ts';

/** A component on a page of its own. */
export interface Rendered {
  readonly text: () => string;
  /** The first button or tile whose words contain this; throws when there is none. */
  readonly button: (words: string) => HTMLElement;
  readonly all: (selector: string) => HTMLElement[];
  readonly act: (doing: () => void | Promise<void>) => Promise<void>;
  readonly show: (screen: ReactNode) => Promise<void>;
}

/** What was drawn starts an effect, which asks somebody, whose answer is drawn: so often, without a clock. */
const TURNS = 3;
const promises = async () => {
  for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
};

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** Shows a component in the test's document, with these words, and takes it away after the test. */
export async function render(screen: ReactNode, sections: Partial<Record<Section, Words>>): Promise<Rendered> {
  startI18n(sections);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const doAct = async (doing: () => void | Promise<void>) => {
    await act(async () => doing());
    for (let turn = 0; turn < TURNS; turn += 1) await act(promises);
  };
  await doAct(() => root.render(screen));
  cleanups.push(() => {
    act(() => root.unmount());
    place.remove();
  });
  const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];
  return {
    all,
    act: doAct,
    show: (next) => doAct(() => root.render(next)),
    text: () => place.textContent ?? '',
    button: (words) => {
      const found = all('button').find(({ textContent }) => textContent?.includes(words));
      if (!found) throw new Error(`No button says ${words}; the page says: ${place.textContent}`);
      return found;
    },
  };
}
