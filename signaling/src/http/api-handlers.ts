import type { Handlers } from './handlers.ts';
import type { HttpDeps } from './http-deps.ts';
import { accountRoutes } from './routes/accounts.ts';
import { alertRoutes } from './routes/alerts.ts';
import { blobRoutes } from './routes/blobs.ts';
import { boardRoutes } from './routes/boards.ts';
import { branchRoutes } from './routes/branches.ts';
import { classroomRoutes } from './routes/classrooms.ts';
import { deckRoutes } from './routes/decks.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { packRoutes } from './routes/packs.ts';
import { pairingRoutes } from './routes/pairings.ts';
import { phoneRoutes } from './routes/phones.ts';
import { questionRoutes } from './routes/questions.ts';
import { rosterRoutes } from './routes/rosters.ts';
import { schoolRoutes } from './routes/schools.ts';
import { secondRoutes } from './routes/seconds.ts';
import { selfTestRoutes } from './routes/self-test.ts';
import { signInRoutes } from './routes/sign-in.ts';

/** A handler for every route of the shared table; a missing one is a type error. */
export function apiHandlers(deps: HttpDeps): Handlers {
  return {
    ...signInRoutes(deps),
    ...accountRoutes(deps),
    ...schoolRoutes(deps),
    ...pairingRoutes(deps),
    ...classroomRoutes(deps),
    ...rosterRoutes(deps),
    ...lessonRoutes(deps),
    ...questionRoutes(deps),
    ...blobRoutes(deps),
    ...deckRoutes(deps),
    ...packRoutes(deps),
    ...branchRoutes(deps),
    ...boardRoutes(deps),
    ...phoneRoutes(deps),
    ...alertRoutes(deps),
    ...secondRoutes(deps),
    ...selfTestRoutes(deps),
  };
}
