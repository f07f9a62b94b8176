import { UNPREPARED } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { branch } from '../../i18n/words/branch.ts';
import { common } from '../../i18n/words/common.ts';
import { slides } from '../../i18n/words/slides.ts';
import { createFixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { MissedCard } from './MissedCard.tsx';

test('[BR7] a question that began in the cut was missed; the one that was on the screen before was not', async () => {
  const lesson = createFixture();
  lesson.send(LEAD, { ...UNPREPARED, task: { kind: 'true-false', correct: null }, seconds: 30 });
  const view = lesson.state();
  const read = vi.fn();
  const card = (roundId: string | null) => <MissedCard view={view} before={{ slide: null, roundId }} onRead={read} />;
  const words = { common, branch, slides };
  expect((await render(card(null), words)).text()).toContain(branch.missedTitle.zh);
  expect((await render(card(view.round?.roundId ?? ''), words)).text()).toBe('');
});
