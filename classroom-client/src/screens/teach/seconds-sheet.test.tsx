import { MOST_SECONDS } from '@tongke/shared-types';
import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { second } from '../../i18n/words/second.ts';
import { createFixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { SecondsSheet } from './SecondsSheet.tsx';

afterEach(() => vi.unstubAllGlobals());

/** The sheet over a school with so many other teachers, some of whom are named already. */
async function open({ live = false, teachers = 2, named = ['t2'] as readonly string[] } = {}) {
  let chosen = named;
  const asked: unknown[] = [];
  const list = () =>
    Array.from({ length: teachers }, (_, at) => `t${at + 2}`).map((accountId) => ({
      accountId,
      name: `老师${accountId}`,
      second: chosen.includes(accountId),
    }));
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body?: string }) => {
    if (method === 'PUT') {
      chosen = JSON.parse(body ?? '').accountIds;
      asked.push([path, chosen]);
    }
    return { json: async () => ({ ok: true, teachers: list() }) };
  });
  const fixture = createFixture({ live });
  if (live) fixture.report({ type: 'peer.came', peer: { kind: 'second', staffId: 't2' } });
  const { view } = fixture.snapshot(LEAD);
  const act = vi.fn();
  const page = await render(<SecondsSheet {...{ view, act }} onClose={() => {}} />, { common, refusal, second });
  const switches = () => page.all('[role=switch]');
  const toggle = (at: number) => page.act(() => switches()[at]?.click());
  return { ...page, asked, did: act, switches, toggle };
}

test('[LD6] the lead teacher names another second teacher beside the one who is there, and takes one off', async () => {
  const page = await open();
  const on = () => page.switches().map((one) => one.getAttribute('aria-checked'));
  expect(on()).toEqual(['true', 'false']);
  await page.toggle(1);
  expect(on()).toEqual(['true', 'true']);
  await page.toggle(0);
  expect(on()).toEqual(['false', 'true']);
  const path = '/api/lessons/lesson-1/seconds';
  expect(page.asked).toEqual([
    [path, ['t2', 't3']],
    [path, ['t3']],
  ]);
  expect(page.text()).not.toContain('带一会儿？');
});

test('[LD6] no more than so many are offered; a school without other teachers says so', async () => {
  const named = Array.from({ length: MOST_SECONDS }, (_, at) => `t${at + 2}`);
  const full = await open({ teachers: MOST_SECONDS + 1, named });
  expect(full.switches().map((one) => one.hasAttribute('disabled'))).toEqual([...named.map(() => false), true]);
  expect((await open({ teachers: 0 })).text()).toContain(second.nobody.zh);
});

test('[LD6] in the lesson it says who is here, and hands the lead to one of them after a question', async () => {
  const page = await open({ live: true, named: ['t2', 't3'] });
  expect(page.text()).toContain('老师t2 · 在课里');
  expect(page.text()).toContain('老师t3 · 不在课里');
  const tap = () => page.act(() => page.button('请老师t2带一会儿').click());
  await tap();
  expect(page.did).not.toHaveBeenCalled();
  await tap();
  expect(page.did.mock.calls).toEqual([[{ type: 'lead.hand', to: 't2' }]]);
});
