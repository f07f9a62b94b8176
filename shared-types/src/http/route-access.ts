import type { StaffRole } from './accounts.ts';
import type { ApiRoute } from './api.ts';

/**
 * `anyone` proves nothing but a secret in the body, `board` a board's token, `seat` a device key that holds a seat, `viewer` one of
 * them or a session; `operator` is the administrator of the first start.
 */
export type RouteAccess = 'anyone' | 'board' | 'seat' | 'viewer' | readonly (StaffRole | 'operator')[];

const STAFF = ['admin', 'teacher', 'assistant'] as const;
const TEACHING = ['admin', 'teacher'] as const;
const ADMIN = ['admin'] as const;

/** The one table of who may call which route at all; whose object it is, is asked after that. */
export const ROUTE_ACCESS: Readonly<Record<ApiRoute, RouteAccess>> = {
  'POST /api/setup': 'anyone',
  'POST /api/sign-in': 'anyone',
  'POST /api/sign-out': STAFF,
  'GET /api/me': STAFF,
  'GET /api/sessions': STAFF,
  'DELETE /api/sessions/:id': STAFF,
  'POST /api/invites': ADMIN,
  'POST /api/invites/look': 'anyone',
  'POST /api/invites/accept': 'anyone',
  'POST /api/sign-in-links': STAFF,
  'GET /api/links': ADMIN,
  'DELETE /api/links/:id': ADMIN,
  'GET /api/accounts': ADMIN,
  'DELETE /api/accounts/:id': ADMIN,
  'GET /api/schools': ['operator'],
  'POST /api/schools': ['operator'],
  'GET /api/school': STAFF,
  'PATCH /api/school': ADMIN,
  'GET /api/school/changes': ADMIN,
  'GET /api/pairings': TEACHING,
  'POST /api/pairings': ADMIN,
  'POST /api/pairings/accept': ADMIN,
  'PATCH /api/pairings/:id': ADMIN,
  'DELETE /api/pairings/:id': ADMIN,
  'GET /api/classrooms': STAFF,
  'POST /api/classrooms': ADMIN,
  'PATCH /api/classrooms/:id': ADMIN,
  'DELETE /api/classrooms/:id': ADMIN,
  'GET /api/classrooms/:id/roster': STAFF,
  'PUT /api/classrooms/:id/roster': ADMIN,
  'DELETE /api/pupils/:id': ADMIN,
  'GET /api/lessons': STAFF,
  'POST /api/lessons': TEACHING,
  'DELETE /api/lessons/:id': TEACHING,
  'GET /api/lessons/:id/questions': TEACHING,
  'PUT /api/lessons/:id/questions': TEACHING,
  'GET /api/questions': TEACHING,
  'POST /api/questions': TEACHING,
  'PUT /api/questions/:id': TEACHING,
  'GET /api/questions/file/:id': TEACHING,
  'POST /api/questions/import': TEACHING,
  'DELETE /api/questions/:id': TEACHING,
  'POST /api/boards/pin': 'anyone',
  'POST /api/boards/claim': 'anyone',
  'POST /api/boards/pair': STAFF,
  'GET /api/boards': STAFF,
  'DELETE /api/boards/:id': STAFF,
  'POST /api/phones/link': 'board',
  'POST /api/phones/pair': 'anyone',
  'GET /api/phones': 'board',
  'DELETE /api/phones/:id': 'board',
  'POST /api/blobs': TEACHING,
  'GET /api/blobs/:id': 'viewer',
  'POST /api/photos/:id': 'seat',
  'POST /api/works/:id': 'viewer',
  'GET /api/decks': TEACHING,
  'POST /api/decks': TEACHING,
  'PUT /api/decks/:id/file': TEACHING,
  'PATCH /api/decks/:id': TEACHING,
  'DELETE /api/decks/:id': TEACHING,
  'PUT /api/decks/:id/pins': TEACHING,
  'GET /api/decks/:id/pages': 'viewer',
  'GET /api/lessons/:id/pack': 'viewer',
  'POST /api/lessons/:id/branches': 'board',
  'GET /api/self-test': 'viewer',
  'POST /api/self-test': 'viewer',
  'GET /api/alerts': ADMIN,
};
