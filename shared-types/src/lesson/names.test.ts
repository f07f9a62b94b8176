import { describe, expect, it } from 'vitest';
import { board, LEAD, pupil } from '../testing/lesson-driver.ts';
import { givenName, nameRight } from './names.ts';

describe('names', () => {
  it('[NM1] own room and lead teacher read the name, other rooms only what the school allowed', () => {
    const closed = { classroomId: 'r1', givenNames: false };
    const open = { classroomId: 'r1', givenNames: true };
    expect(nameRight(LEAD, closed, false)).toBe('full');
    expect(nameRight(board('r1'), closed, false)).toBe('full');
    expect(nameRight(pupil('r1-s1'), closed, false)).toBe('full');
    expect(nameRight(board('r2'), closed, false)).toBe('none');
    expect(nameRight(pupil('r2-s1'), open, false)).toBe('given');
  });

  it('[NM1] nobody reads a name where a school runs by number alone', () => {
    expect(nameRight(LEAD, { classroomId: 'r1', givenNames: true }, true)).toBe('none');
    expect(nameRight(board('r1'), { classroomId: 'r1', givenNames: true }, true)).toBe('none');
  });

  it.each([
    ['王小明', '小明'],
    ['李雷', '雷'],
    ['欧阳娜娜', '娜娜'],
    ['Anna Li', 'Anna'],
    ['阿依古丽·买买提', '阿依古丽'],
    ['迪丽热巴・迪力木拉提', '迪丽热巴'],
    ['买买提 • 艾力', '买买提'],
    ['𠮷小明', '小明'],
    ['王·', '王·'],
  ])('[NM1] the given name of %s is %s', (name, given) => {
    expect(givenName(name)).toBe(given);
  });
});
