import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { staff } from '../../i18n/words/staff.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { type Rendered, render } from '../../testing/render.tsx';
import { Pair } from './Pair.tsx';

const words = { common, refusal, staff };
const room = (name: string, own: boolean) => ({ classroomId: name, name, own, schoolName: '山乡小学' });
const classrooms = { ok: true, classrooms: [room('三班', true), room('五班', true), room('马家沟', false)] };

afterEach(() => vi.unstubAllGlobals());

async function type(page: Rendered, digits: string): Promise<void> {
  const [input] = page.all('input');
  await page.act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, digits);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const pairButton = (page: Rendered) =>
  page.all('button').find(({ textContent }) => textContent === '配对') as HTMLButtonElement;

test('a board is paired with six digits and a classroom of the own school, and not before both are there', async () => {
  const asked = fakeServer({
    'GET /api/classrooms': classrooms,
    'POST /api/boards/pair': { ok: true, board: { classroomName: '五班' } },
  });
  const page = await render(<Pair />, words);
  expect(page.text()).not.toContain('马家沟');
  expect(pairButton(page).disabled).toBe(true);
  await type(page, '48 32-01x');
  expect(pairButton(page).disabled).toBe(true);
  await page.act(() => page.button('五班').click());
  await page.act(() => pairButton(page).click());
  expect(asked[asked.length - 1]).toEqual({
    route: 'POST /api/boards/pair',
    body: { pin: '483201', classroomId: '五班' },
  });
  expect(page.text()).toContain('配好了：五班');
});

test('wrong digits are said in a sentence, and may be corrected', async () => {
  fakeServer({ 'GET /api/classrooms': classrooms, 'POST /api/boards/pair': { ok: false, reason: 'pin/wrong' } });
  const page = await render(<Pair />, words);
  await type(page, '000000');
  await page.act(() => page.button('三班').click());
  await page.act(() => pairButton(page).click());
  expect(page.text()).toContain(refusal['pin/wrong'].zh);
  expect(pairButton(page).disabled).toBe(false);
});

test('without an account the page says how to sign in', async () => {
  fakeServer({ 'GET /api/classrooms': { ok: false, reason: 'not-signed-in' } });
  const page = await render(<Pair />, words);
  expect(page.text()).toContain(staff.signedOut.zh);
  expect(page.text()).toContain(staff.newLink.zh);
});
