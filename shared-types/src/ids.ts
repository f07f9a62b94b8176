export type LessonId = string;
export type SchoolId = string;
export type ClassroomId = string;
/** A seat is a pupil of a classroom's roster; it keeps its id from lesson to lesson. */
export type SeatId = string;
export type RoundId = string;
export type TurnId = string;
/** A silent word between the two teachers. */
export type WordId = string;
/** A track is a producer at the SFU. */
export type TrackId = string;
/** A media endpoint of a lesson: `lead`, the id of a classroom (its board), or the account of a second teacher. */
export type PeerId = string;

/** The lead teacher's media endpoint. */
export const LEAD_PEER: PeerId = 'lead';
