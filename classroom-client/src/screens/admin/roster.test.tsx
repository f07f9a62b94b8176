import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { staff } from '../../i18n/words/staff.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { render } from '../../testing/render.tsx';
import { Roster } from './Roster.tsx';

afterEach(() => vi.unstubAllGlobals());

test('a roster with broken rows shows each row with what stands there and what to do, and leaves the list', async () => {
  const asked = fakeServer({
    'GET /api/classrooms/r1/roster': { ok: true, pupils: [{ seatId: 's1', number: 1, name: '王小明' }] },
    'PUT /api/classrooms/r1/roster': {
      ok: false,
      reason: 'roster/rows',
      rows: [
        { row: 3, column: 'name', code: 'name-empty', value: '' },
        { row: 4, column: 'number', code: 'number-not-whole', value: 'abc' },
      ],
    },
  });
  const onChanged = vi.fn(async () => {});
  const page = await render(<Roster classroomId="r1" admin onChanged={onChanged} />, { common, refusal, staff });
  const [input] = page.all('input[type=file]');
  const file = new Blob(['姓名,座号'], { type: 'text/csv' });
  Object.defineProperty(input, 'files', { value: [file] });
  await page.act(() => void input?.dispatchEvent(new Event('change', { bubbles: true })));
  expect(asked[asked.length - 1]?.route).toBe('PUT /api/classrooms/r1/roster');
  const rows = page.all('tbody tr').map((line) => [...line.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['3', '', staff['roster_name-empty'].zh],
    ['4', 'abc', staff['roster_number-not-whole'].zh],
  ]);
  expect(page.text()).toContain('王小明');
  expect(onChanged).not.toHaveBeenCalled();
});

test('[HT8] who is no administrator reads the list and is offered no change', async () => {
  fakeServer({ 'GET /api/classrooms/r1/roster': { ok: true, pupils: [{ seatId: 's1', number: 1, name: '王小明' }] } });
  const page = await render(<Roster classroomId="r1" admin={false} onChanged={async () => {}} />, {
    common,
    refusal,
    staff,
  });
  expect(page.text()).toContain('王小明');
  expect([page.all('input'), page.all('button')]).toEqual([[], []]);
});
