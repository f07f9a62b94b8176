import type { Refusal } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { pupil as words } from '../../i18n/words/pupil.ts';
import { refusal } from '../../i18n/words/refusal.ts';
import { render } from '../../testing/render.tsx';
import { CodeScreen } from './CodeScreen.tsx';

test.each<[Refusal, string]>([
  ['code/wrong', '课堂码不对，或老师还没打开。请告诉老师。'],
  ['malformed', '请再扫一次'],
  ['link/expired', '请再扫一次'],
  ['seat/none', '你的座位已空出，请再扫一次'],
])('%s tells a child what to do', async (problem, said) => {
  const page = await render(<CodeScreen problem={problem} onJoin={() => {}} />, { common, pupil: words, refusal });
  expect(page.text()).toContain(said);
});
