import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { originsOf } from './origins.ts';
import { LessonRegistry } from './room/registry.ts';
import { demoStartLinks, startLinks } from './start-links.ts';
import { catalogueMigrations } from './store/catalogue-migrations.ts';
import { type Catalogue, openCatalogue } from './store/catalogue-stores.ts';
import { type Database, openDatabase } from './store/database.ts';
import { eventMigrations } from './store/event-tables.ts';
import { sqliteCatalogue } from './store/sqlite-catalogue.ts';
import { SqliteEventStore } from './store/sqlite-event-store.ts';
import { FakeClock } from './testing/fake-clock.ts';

let database: Database;
let catalogue: Catalogue;
let registry: LessonRegistry;
const clock = new FakeClock();

beforeEach(() => {
  database = openDatabase(':memory:', [...catalogueMigrations, ...eventMigrations]);
  catalogue = openCatalogue(database);
  registry = new LessonRegistry({
    store: new SqliteEventStore(database),
    catalogue: sqliteCatalogue(catalogue, () => clock.now()),
    clock,
    log: pino({ level: 'silent' }),
  });
});
afterEach(async () => {
  registry.close();
  await database.close();
});

const TLS = { certFile: 'c', keyFile: 'k' };
const at = (host: string, tls: typeof TLS | null = TLS) => ({
  catalogue,
  origins: originsOf({ host, tls }, { http: 8080, https: tls && 8443 }),
  port: 8080,
  now: clock.now(),
});
const originOf = ({ url }: { readonly url: string }) => new URL(url).origin;

test('[DM2] the sample’s links open on this machine, and a sentence says how they open on another', async () => {
  const demo = await demoStartLinks({ hostNamed: false }, at('192.168.1.7'), registry);
  expect(demo?.links.map(originOf)).toEqual([
    'http://localhost:8080',
    'http://localhost:8080',
    'http://127.0.0.1:8080',
    'http://192.168.1.7:8080',
    'http://192.168.1.7:8080',
    'http://127.0.0.1:8080',
  ]);
  expect(demo?.note).toBe(
    'On another computer write https://192.168.1.7:8443 in place of http://localhost:8080 and http://127.0.0.1:8080.',
  );
});

test('[DM2] where a host was named, the sample’s links lead there', async () => {
  const demo = await demoStartLinks({ hostNamed: true }, at('class.example.org'), registry);
  const secure = 'https://class.example.org:8443';
  const tablets = 'http://class.example.org:8080';
  expect(demo?.links.map(originOf)).toEqual([secure, secure, secure, tablets, tablets, secure]);
  expect(demo?.note).toContain('private window');
});

test('without TLS nothing is said of other computers, for staff pages open on this one alone', async () => {
  expect((await demoStartLinks({ hostNamed: true }, at('class.example.org', null), registry))?.note).toBe('');
  expect((await startLinks({ adminLink: false }, at('192.168.1.7', null))).note).toBe('');
});

test('links of a school’s own lead over the network, and a sentence says what works on this machine', async () => {
  const { links, note } = await startLinks({ adminLink: false }, at('192.168.1.7'));
  expect(links.map(originOf)).toEqual([...Array(3).fill('https://192.168.1.7:8443'), 'http://192.168.1.7:8080']);
  expect(note).toBe('On this very machine http://localhost:8080 works in place of https://192.168.1.7:8443.');
});
