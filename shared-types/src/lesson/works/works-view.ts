import { holdsRoom, type Person } from '../visible.ts';
import type { Works } from './works.ts';

/** [CA3] A work in the tray is for the lead teacher, the own room's board and phones, and the pupil who sent it. */
export function seesWork(viewer: Person, work: { readonly classroomId: string; readonly seatId: string }): boolean {
  return viewer.role === 'pupil' ? viewer.seatId === work.seatId : holdsRoom(viewer, work.classroomId);
}

/** [CA4] What is shown stands on the boards; tablets have their own screens for other things. */
export function seesShownWorks({ role }: Person): boolean {
  return role === 'lead' || role === 'second' || role === 'board' || role === 'phone';
}

export function worksFor(viewer: Person, works: Works): Works {
  const tray = works.tray.filter((work) => seesWork(viewer, work));
  return { ...works, tray, shown: seesShownWorks(viewer) ? works.shown : [] };
}
