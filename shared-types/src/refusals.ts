/** Every reason for which anything can be refused; the client has a sentence for each (`refusal.*` in the catalogue). */
export const REFUSALS = [
  // The door.
  'malformed',
  'too-large',
  'unknown-event',
  'too-many-requests',
  'client-too-old',
  'server-too-old',
  'not-signed-in',
  'not-allowed',
  'insecure-page',
  'not-found',
  'other-lesson',
  'no-lesson-now',
  'storage-unavailable',
  'busy-try-again',
  'internal',
  // Codes, links and devices.
  'code/wrong',
  'code/slow-down',
  'door/closed',
  'link/unknown',
  'link/used',
  'link/expired',
  'pin/wrong',
  // The same person opened this on another tab or device: that one goes on, this one rests.
  'taken-over',
  'board/already-here',
  'board/removed',
  'phone/removed',
  // The lesson.
  'lesson/not-live',
  'lesson/already-live',
  'lesson/ended',
  'classroom/unknown',
  'classroom/not-here',
  'seat/unknown',
  'seat/taken',
  'seat/not-requested',
  'seat/none',
  'seat/room-full',
  'seat/has-tablet',
  'tablet/unknown',
  'tablet/too-many',
  'round/none',
  'round/running',
  'round/other',
  'round/closed',
  'round/not-closed',
  'buzzer/already-pressed',
  'buzzer/locked',
  'buzzer/class-waits',
  'buzzer/has-tablets',
  'buzzer/already-awarded',
  'buzzer/no-next',
  'question/no-such-choice',
  'question/count-too-high',
  'question/not-open-yet',
  'question/team-talks',
  'question/no-such-answer',
  'question/no-explanation',
  'question/text-not-checked',
  'round/not-revealed',
  'hand/not-raised',
  'turn/running',
  'turn/none',
  'turn/taken',
  'floor/wrong-number',
  'draw/nobody',
  'word/gone',
  'lead/here',
  'lead/taken',
  'command/id-reused',
  // Media.
  'media/not-joined',
  'media/no-turn',
  'media/camera-not-allowed',
  'media/covered',
  'media/no-such-track',
  'media/not-for-you',
  'media/bad-parameters',
  'media/unavailable',
  // The catalogue.
  'roster/rows',
  'roster/encoding',
  'roster/too-many',
  'name/empty',
  'roster/lesson-running',
  'account/last-admin',
  'still-in-use',
  'question/rows',
  'question/encoding',
  'question/too-many',
  'question/bank-full',
  'question/picture-unknown',
  // Pictures and photos.
  'blob/no-image',
  'blob/too-large',
  'blob/too-many-pixels',
] as const;

export type Refusal = (typeof REFUSALS)[number];

export interface Refused {
  readonly ok: false;
  readonly reason: Refusal;
}

/** A refusal is a value: it changes nothing and every caller gets one. */
export function refuse(reason: Refusal): Refused {
  return { ok: false, reason };
}
