import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { staff } from '../../i18n/words/staff.ts';
import { render } from '../../testing/render.tsx';
import { LinkCard } from './LinkCard.tsx';

afterEach(() => vi.unstubAllGlobals());

const LINK = { url: 'https://school.test/invite#token', expiresAt: 0 };

test('where the page may not copy, the link is selected and the sentence says what to press', async () => {
  vi.stubGlobal('navigator', { language: 'zh-CN' });
  const page = await render(<LinkCard link={LINK} line="" />, { common, staff });
  await page.act(() => page.button('复制').click());
  expect(page.text()).toContain('请按 Ctrl+C');
  expect(getSelection()?.toString()).toBe(LINK.url);
});
