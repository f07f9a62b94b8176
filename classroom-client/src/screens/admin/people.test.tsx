import type { Me } from '@tongke/shared-types';
import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { staff } from '../../i18n/words/staff.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { render } from '../../testing/render.tsx';
import { People } from './People.tsx';

afterEach(() => vi.unstubAllGlobals());

const account = (accountId: string, name: string, operator = false) => {
  return { accountId, role: 'admin', name, operator, createdAt: 0 } as const;
};
const me: Me = {
  account: account('a1', '赵老师'),
  school: { schoolId: 's1', name: '一小', numbersOnly: false, photoDays: 30 },
};
const link = { linkId: 'k1', kind: 'invite', role: 'teacher', name: '李老师', madeBy: '赵老师', expiresAt: 0 };
const open = () => render(<People me={me} onMeChanged={async () => {}} />, { common, refusal, staff });

test('[CT2] a link that nobody has used yet is listed with who made it, and withdrawn by one tap', async () => {
  const asked = fakeServer({
    'GET /api/accounts': { ok: true, accounts: [account('a1', '赵老师')] },
    'GET /api/links': { ok: true, links: [link] },
    'DELETE /api/links/k1': { ok: true },
  });
  const page = await open();
  expect(page.text()).toContain('邀请 · 老师 · 李老师');
  expect(page.text()).toContain('赵老师 发出');
  await page.act(() => page.button('作废').click());
  expect(asked.map(({ route }) => route)).toEqual(expect.arrayContaining(['DELETE /api/links/k1']));
});

test('[CT2] an ordinary administrator is offered nothing on the operator’s account', async () => {
  fakeServer({
    'GET /api/accounts': { ok: true, accounts: [account('a1', '赵老师'), account('a0', '王校长', true)] },
    'GET /api/links': { ok: true, links: [] },
  });
  const page = await open();
  expect(page.text()).toContain('王校长');
  expect(page.all('button').map(({ textContent }) => textContent)).toEqual([
    '邀请老师',
    '邀请助教',
    '邀请管理员',
    '登录链接',
  ]);
});
