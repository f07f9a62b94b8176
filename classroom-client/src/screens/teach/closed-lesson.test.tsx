import type { Refusal } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { teach } from '../../i18n/words/teach.ts';
import { render } from '../../testing/render.tsx';
import { ClosedLesson } from './ClosedLesson.tsx';

test.each<[Refusal, string]>([
  ['client-too-old', '重新打开'],
  ['taken-over', '重新打开'],
  ['lesson/ended', '回到课表'],
  ['not-allowed', '回到课表'],
  ['not-signed-in', '再试一次'],
  ['internal', '再试一次'],
])('a lesson closed by %s has one action: %s', async (reason, words) => {
  const acts = { 重新打开: vi.fn(), 回到课表: vi.fn(), 再试一次: vi.fn() };
  const page = await render(
    <ClosedLesson reason={reason} onReload={acts.重新打开} onBack={acts.回到课表} onRetry={acts.再试一次} />,
    { common, refusal, teach },
  );
  expect(page.all('button').map(({ textContent }) => textContent)).toEqual([words, 'English']);
  await page.act(() => page.button(words).click());
  const done = Object.entries(acts).filter(([, act]) => act.mock.calls.length > 0);
  expect(done.map(([name]) => name)).toEqual([words]);
});
