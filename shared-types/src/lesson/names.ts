import type { Viewer } from '../roles.ts';
import type { Classroom } from './state.ts';

export type NameRight = 'full' | 'given' | 'none';

/** [NM1] Who reads a child's name (none where the school runs by number alone): own room, its assistant, the lesson's lead teacher; other rooms and second teachers the given name at most. */
export function nameRight(
  viewer: Viewer,
  classroom: Pick<Classroom, 'classroomId' | 'givenNames'>,
  numbersOnly: boolean,
): NameRight {
  if (numbersOnly) return 'none';
  if (viewer.role === 'lead' || viewer.role === 'server') return 'full';
  if (viewer.role !== 'second' && viewer.classroomId === classroom.classroomId) return 'full';
  return classroom.givenNames ? 'given' : 'none';
}

const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '夏侯',
];

/** The dot between the parts of a name, as the keyboards of schools write it. */
const DOT = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65]/u;

/** The name without the family name: 王小明 → 小明, 欧阳娜娜 → 娜娜, 阿依古丽·买买提 → 阿依古丽, "Anna Li" → Anna; names in other forms stay whole. */
export function givenName(name: string): string {
  const trimmed = name.trim();
  const [first = '', second = ''] = trimmed.split(DOT);
  if (first !== '' && second !== '') return first.trim();
  if (/^\p{Script=Han}{2,4}$/u.test(trimmed)) {
    const compound = [...trimmed].length > 2 && COMPOUND_SURNAMES.some((surname) => trimmed.startsWith(surname));
    return [...trimmed].slice(compound ? 2 : 1).join('');
  }
  return trimmed.split(/\s+/)[0] ?? trimmed;
}
