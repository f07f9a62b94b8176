import { type AccountItem, type ApiRoute, ROUTE_ACCESS } from '@tongke/shared-types';

/** Each tab with the route that it stands on. */
const TABS = {
  people: 'GET /api/accounts',
  classrooms: 'GET /api/classrooms',
  timetable: 'GET /api/lessons',
  questions: 'GET /api/questions',
  slides: 'GET /api/decks',
  boards: 'GET /api/boards',
  partners: 'PATCH /api/pairings/:id',
  settings: 'PATCH /api/school',
  schools: 'GET /api/schools',
  sessions: 'GET /api/sessions',
} as const satisfies Readonly<Record<string, ApiRoute>>;

export type Tab = keyof typeof TABS;

/** The tabs of a person, in order: those whose route the server's table opens to the role. */
export function tabsOf({ role, operator }: Pick<AccountItem, 'role' | 'operator'>): readonly Tab[] {
  return (Object.keys(TABS) as Tab[]).filter((tab) => {
    const access = ROUTE_ACCESS[TABS[tab]];
    return typeof access !== 'string' && (access.includes(role) || (operator && access.includes('operator')));
  });
}
