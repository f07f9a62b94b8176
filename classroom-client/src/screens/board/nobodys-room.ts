import type { Classroom } from '@tongke/shared-types';

/** For screens that show what boards show and stand in no classroom: nothing in it is anybody's own. */
export const NOBODYS_ROOM: Classroom = {
  classroomId: '',
  schoolId: '',
  name: '',
  own: false,
  cameraAllowed: false,
  givenNames: false,
  ticket: '',
  doorCode: null,
  board: { online: true, ready: true, awaySince: null },
  pack: null,
  camera: 'off',
  covered: false,
  microphoneWaits: false,
  left: false,
  seats: {},
  tablets: {},
};
