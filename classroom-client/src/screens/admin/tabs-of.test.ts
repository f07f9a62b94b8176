import { expect, test } from 'vitest';
import { localMinute } from './local-minute.ts';
import { pairingToken } from './pairing-token.ts';
import { tabsOf } from './tabs-of.ts';

test('each role sees the tabs that the server opens to it, and only who runs the server sees all schools', () => {
  expect(tabsOf({ role: 'assistant', operator: false })).toEqual(['classrooms', 'timetable', 'boards', 'sessions']);
  expect(tabsOf({ role: 'teacher', operator: false })).toEqual([
    'classrooms',
    'timetable',
    'questions',
    'slides',
    'boards',
    'sessions',
  ]);
  const admin = tabsOf({ role: 'admin', operator: false });
  expect(admin).toContain('people');
  expect(admin).toContain('settings');
  expect(admin).not.toContain('schools');
  expect(tabsOf({ role: 'admin', operator: true })).toContain('schools');
});

test('a field for date and time shows the minute of this device', () => {
  expect(localMinute(new Date(2026, 8, 1, 8, 30, 59).getTime())).toBe('2026-09-01T08:30');
});

test('an offer to hold lessons together is read from the fragment, and nothing else is', () => {
  expect(pairingToken(`#pairing=${'a'.repeat(43)}`)).toBe('a'.repeat(43));
  for (const other of ['', '#partners', '#pairing=short', `#pairing=${'a'.repeat(43)}&x`])
    expect(pairingToken(other)).toBeNull();
});
