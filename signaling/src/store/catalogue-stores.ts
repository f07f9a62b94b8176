import { CamelCasePlugin } from 'kysely';
import { catalogueAccounts } from './catalogue-accounts.ts';
import { catalogueAlerts } from './catalogue-alerts.ts';
import { catalogueBoardClaims } from './catalogue-board-claims.ts';
import { catalogueClassrooms } from './catalogue-classrooms.ts';
import { catalogueDecks } from './catalogue-decks.ts';
import { catalogueDevices } from './catalogue-devices.ts';
import { catalogueLessonQuestions } from './catalogue-lesson-questions.ts';
import { catalogueLessonSeconds } from './catalogue-lesson-seconds.ts';
import { catalogueLessonTurns } from './catalogue-lesson-turns.ts';
import { catalogueLessons } from './catalogue-lessons.ts';
import { catalogueLinks } from './catalogue-links.ts';
import { cataloguePairings } from './catalogue-pairings.ts';
import { cataloguePhotos } from './catalogue-photos.ts';
import { cataloguePictures } from './catalogue-pictures.ts';
import { catalogueQuestions } from './catalogue-questions.ts';
import { catalogueRosters } from './catalogue-rosters.ts';
import { catalogueSchools } from './catalogue-schools.ts';
import { catalogueSessions } from './catalogue-sessions.ts';
import { catalogueSettingsLog } from './catalogue-settings-log.ts';
import type { CatalogueDb, CatalogueTables } from './catalogue-tables.ts';
import type { Database } from './database.ts';

function storesOn(db: CatalogueDb) {
  return {
    accounts: catalogueAccounts(db),
    alerts: catalogueAlerts(db),
    boardClaims: catalogueBoardClaims(db),
    classrooms: catalogueClassrooms(db),
    decks: catalogueDecks(db),
    devices: catalogueDevices(db),
    lessons: catalogueLessons(db),
    lessonQuestions: catalogueLessonQuestions(db),
    lessonSeconds: catalogueLessonSeconds(db),
    lessonTurns: catalogueLessonTurns(db),
    links: catalogueLinks(db),
    pairings: cataloguePairings(db),
    photos: cataloguePhotos(db),
    pictures: cataloguePictures(db),
    questions: catalogueQuestions(db),
    rosters: catalogueRosters(db),
    schools: catalogueSchools(db),
    sessions: catalogueSessions(db),
    settingsLog: catalogueSettingsLog(db),
  };
}

/** Every part of the catalogue on one connection. */
export type CatalogueStores = ReturnType<typeof storesOn>;

export interface Catalogue extends CatalogueStores {
  readonly db: CatalogueDb;
  /** All that is written inside is kept, or none of it when it throws; answer a refusal before writing anything. */
  atomically<T>(work: (stores: CatalogueStores) => Promise<T>): Promise<T>;
  /** [CT4] After names were erased: nothing of them stays on the disk. Call it outside a transaction. */
  leaveNoTrace(): Promise<void>;
}

/** The catalogue over an open database that has run `catalogueMigrations`. */
export function openCatalogue(database: Database): Catalogue {
  const db: CatalogueDb = database.kysely.$extendTables<CatalogueTables>().withPlugin(new CamelCasePlugin());
  return {
    db,
    ...storesOn(db),
    atomically: (work) => db.transaction().execute((tx) => work(storesOn(tx))),
    leaveNoTrace: () => database.emptyLog(),
  };
}
