import type { z } from 'zod';
import { branchLog } from '../lesson/branch/branch-log.ts';
import { acceptInviteBody, inviteBody, setupBody, signInLinkBody, tokenBody } from './accounts.ts';
import type { Api, ApiRoute } from './api.ts';
import { claimBody, pairBoardBody } from './boards.ts';
import { classroomPatch, newClassroomBody } from './classrooms.ts';
import { deckPatch, deckPinsBody, deckQuery, newDeckBody } from './decks.ts';
import { lessonSecondsBody, newLessonBody } from './lessons.ts';
import { pairingPatch } from './pairings.ts';
import { lessonQuestionsBody, newQuestionBody, questionQuery } from './questions.ts';
import { newSchoolBody, schoolPatch } from './schools.ts';

/** Routes that take a JSON body, or a GET that takes a query. */
export type JsonRoute = { [R in ApiRoute]: Api[R]['body'] extends undefined | Uint8Array ? never : R }[ApiRoute];

/** The schema of every JSON body, by route. */
export const BODIES = {
  'POST /api/setup': setupBody,
  'POST /api/sign-in': tokenBody,
  'POST /api/invites': inviteBody,
  'POST /api/invites/look': tokenBody,
  'POST /api/invites/accept': acceptInviteBody,
  'POST /api/sign-in-links': signInLinkBody,
  'POST /api/schools': newSchoolBody,
  'PATCH /api/school': schoolPatch,
  'POST /api/pairings/accept': tokenBody,
  'PATCH /api/pairings/:id': pairingPatch,
  'POST /api/classrooms': newClassroomBody,
  'PATCH /api/classrooms/:id': classroomPatch,
  'POST /api/lessons': newLessonBody,
  'PUT /api/lessons/:id/questions': lessonQuestionsBody,
  'PUT /api/lessons/:id/seconds': lessonSecondsBody,
  'POST /api/lessons/:id/branches': branchLog,
  'GET /api/questions': questionQuery,
  'POST /api/questions': newQuestionBody,
  'PUT /api/questions/:id': newQuestionBody,
  'GET /api/decks': deckQuery,
  'POST /api/decks': newDeckBody,
  'PATCH /api/decks/:id': deckPatch,
  'PUT /api/decks/:id/pins': deckPinsBody,
  'POST /api/boards/claim': claimBody,
  'POST /api/boards/pair': pairBoardBody,
  'POST /api/phones/pair': tokenBody,
} satisfies { readonly [R in JsonRoute]: z.ZodType<unknown, Api[R]['body']> };
