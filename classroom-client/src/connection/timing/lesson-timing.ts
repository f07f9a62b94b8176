import type { Connection } from '../connect.ts';
import type { Shelf } from '../storage.ts';
import { keptLateness } from './device-lateness.ts';
import { browserPage, createTiming, type Page, type Timing } from './timing.ts';

type Line = Pick<Connection, 'store' | 'timing' | 'onTiming' | 'onJoined'>;

/** The timing of a screen that can buzz, for as long as its connection lives. */
export function createLessonTiming(line: Line, shelf: Shelf, page: Page = browserPage): Timing {
  const loadTools = async () => (await import('./timing-tools.ts')).timingTools;
  const timing = createTiming({ say: line.timing, loadTools, page });
  line.onTiming(timing.heard);
  line.onJoined(() => {
    const late = keptLateness(shelf)?.late ?? 0;
    if (late > 0) line.timing({ type: 'device', late });
  });
  let current: string | null = null;
  line.store.subscribe(({ lesson }) => {
    const role = lesson?.viewer.role;
    const canBuzz = role === 'pupil' || role === 'board';
    if (canBuzz) timing.prepare();
    const round = lesson?.view.round;
    const running = canBuzz && round?.kind === 'buzzer' && round.phase !== 'decided' ? round : null;
    // The key may overtake the view by the other path: only what the view has left is over.
    if (current !== null && current !== running?.roundId) timing.forget(current);
    current = running?.roundId ?? null;
    if (running?.phase === 'open') timing.openByView(running.roundId, running.prompt);
  });
  return timing;
}
