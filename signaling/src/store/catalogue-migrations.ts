import type { Migration } from './database.ts';

/** The catalogue's tables. Every row names the school that owns it, but for alerts, which are about the server. */
export const catalogueMigrations: readonly Migration[] = [
  {
    name: 'catalogue-1',
    sql: `
      CREATE TABLE schools (
        school_id TEXT PRIMARY KEY, name TEXT NOT NULL, numbers_only INTEGER NOT NULL, created_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE accounts (
        account_id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools, role TEXT NOT NULL, name TEXT NOT NULL,
        operator INTEGER NOT NULL, created_at INTEGER NOT NULL, removed_at INTEGER
      ) STRICT;
      CREATE INDEX accounts_by_school ON accounts (school_id);
      CREATE TABLE sessions (
        session_id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts, school_id TEXT NOT NULL REFERENCES schools,
        token_hash TEXT NOT NULL UNIQUE, browser TEXT NOT NULL, created_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sessions_by_account ON sessions (account_id);
      CREATE TABLE links (
        token_hash TEXT PRIMARY KEY, kind TEXT NOT NULL, school_id TEXT REFERENCES schools, subject TEXT, role TEXT, name TEXT,
        expires_at INTEGER NOT NULL, used_at INTEGER
      ) STRICT;
      CREATE TABLE pairings (
        pairing_id TEXT PRIMARY KEY, school_a TEXT NOT NULL REFERENCES schools, school_b TEXT NOT NULL REFERENCES schools,
        a_given_names INTEGER NOT NULL, b_given_names INTEGER NOT NULL, created_at INTEGER NOT NULL,
        UNIQUE (school_a, school_b), CHECK (school_a < school_b)
      ) STRICT;
      CREATE TABLE classrooms (
        classroom_id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools, name TEXT NOT NULL,
        camera_allowed INTEGER NOT NULL, created_at INTEGER NOT NULL, removed_at INTEGER
      ) STRICT;
      CREATE INDEX classrooms_by_school ON classrooms (school_id);
      CREATE TABLE pupils (
        seat_id TEXT PRIMARY KEY, classroom_id TEXT NOT NULL REFERENCES classrooms, school_id TEXT NOT NULL REFERENCES schools,
        number INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (classroom_id, number)
      ) STRICT;
      CREATE TABLE lessons (
        lesson_id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools, lead_id TEXT NOT NULL REFERENCES accounts,
        title TEXT NOT NULL, planned_at INTEGER NOT NULL, started_at INTEGER, ended_at INTEGER, created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX lessons_by_lead ON lessons (lead_id, planned_at);
      CREATE TABLE lesson_classrooms (
        lesson_id TEXT NOT NULL REFERENCES lessons ON DELETE CASCADE, classroom_id TEXT NOT NULL REFERENCES classrooms,
        school_id TEXT NOT NULL REFERENCES schools, own INTEGER NOT NULL, position INTEGER NOT NULL,
        PRIMARY KEY (lesson_id, classroom_id)
      ) STRICT;
      CREATE INDEX lessons_by_classroom ON lesson_classrooms (classroom_id);
      CREATE TABLE questions (
        question_id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools, account_id TEXT NOT NULL REFERENCES accounts,
        prompt TEXT NOT NULL, choices TEXT NOT NULL, correct TEXT, seconds INTEGER NOT NULL, created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX questions_by_account ON questions (account_id);
      CREATE TABLE devices (
        device_id TEXT PRIMARY KEY, kind TEXT NOT NULL, classroom_id TEXT NOT NULL REFERENCES classrooms,
        school_id TEXT NOT NULL REFERENCES schools, board_id TEXT REFERENCES devices, token_hash TEXT NOT NULL UNIQUE,
        browser TEXT NOT NULL, paired_by TEXT NOT NULL, paired_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX devices_by_classroom ON devices (classroom_id);
      CREATE TABLE board_claims (
        claim_hash TEXT PRIMARY KEY, pin TEXT UNIQUE, browser TEXT NOT NULL, expires_at INTEGER NOT NULL,
        school_id TEXT REFERENCES schools, classroom_id TEXT REFERENCES classrooms, board_id TEXT, paired_by TEXT
      ) STRICT;
      CREATE TABLE settings_log (
        change_id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools, at INTEGER NOT NULL, account_id TEXT NOT NULL,
        kind TEXT NOT NULL, about_id TEXT NOT NULL, about_name TEXT NOT NULL, setting TEXT NOT NULL,
        from_value TEXT NOT NULL, to_value TEXT NOT NULL
      ) STRICT;
      CREATE INDEX settings_log_by_school ON settings_log (school_id, at);
      CREATE TABLE alerts (alert_id TEXT PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, value INTEGER NOT NULL) STRICT;
    `,
  },
  {
    // The school whose account entered the PIN: what a partner paired goes with the pairing.
    name: 'catalogue-2',
    sql: `
      ALTER TABLE devices ADD COLUMN paired_school TEXT REFERENCES schools;
      UPDATE devices SET paired_school = school_id;
      ALTER TABLE board_claims ADD COLUMN paired_school TEXT REFERENCES schools;
    `,
  },
  {
    // Open links are listed, and go with who made them.
    name: 'catalogue-3',
    sql: `
      ALTER TABLE links ADD COLUMN link_id TEXT;
      UPDATE links SET link_id = lower(hex(randomblob(12)));
      CREATE UNIQUE INDEX links_by_id ON links (link_id);
      ALTER TABLE links ADD COLUMN made_by TEXT REFERENCES accounts;
      ALTER TABLE links ADD COLUMN made_in TEXT;
    `,
  },
  {
    // Pictures of questions and pupils' photos; the files lie in a folder beside the database.
    name: 'catalogue-4',
    sql: `
      ALTER TABLE schools ADD COLUMN photo_days INTEGER NOT NULL DEFAULT 30;
      CREATE TABLE pictures (
        hash TEXT NOT NULL, account_id TEXT NOT NULL REFERENCES accounts, school_id TEXT NOT NULL REFERENCES schools,
        touched_at INTEGER NOT NULL, PRIMARY KEY (hash, account_id)
      ) STRICT;
      CREATE TABLE photos (
        hash TEXT NOT NULL, lesson_id TEXT NOT NULL, round_id TEXT NOT NULL, seat_id TEXT NOT NULL, classroom_id TEXT NOT NULL,
        school_id TEXT NOT NULL REFERENCES schools, taken_at INTEGER NOT NULL, PRIMARY KEY (hash, round_id, seat_id)
      ) STRICT;
      CREATE INDEX photos_by_seat ON photos (seat_id, round_id);
    `,
  },
  {
    // A bank of questions of every kind for each teacher; what was written for lessons so far stands in those that are still to come.
    name: 'catalogue-5',
    sql: `
      ALTER TABLE questions ADD COLUMN subject TEXT NOT NULL DEFAULT '';
      ALTER TABLE questions ADD COLUMN grade INTEGER;
      ALTER TABLE questions ADD COLUMN picture TEXT;
      ALTER TABLE questions ADD COLUMN task TEXT NOT NULL DEFAULT '';
      ALTER TABLE questions ADD COLUMN explanation TEXT NOT NULL DEFAULT '';
      ALTER TABLE questions ADD COLUMN read_seconds INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE questions ADD COLUMN words TEXT NOT NULL DEFAULT '';
      UPDATE questions SET
        task = json_object('kind', 'single', 'choices', json(choices), 'correct', correct),
        words = lower(prompt || ' ' || choices);
      ALTER TABLE questions DROP COLUMN choices;
      ALTER TABLE questions DROP COLUMN correct;
      CREATE INDEX questions_by_picture ON questions (picture);
      CREATE TABLE question_points (
        question_id TEXT NOT NULL REFERENCES questions ON DELETE CASCADE, position INTEGER NOT NULL, point TEXT NOT NULL,
        PRIMARY KEY (question_id, position)
      ) STRICT;
      CREATE TABLE lesson_questions (
        lesson_id TEXT NOT NULL REFERENCES lessons ON DELETE CASCADE,
        question_id TEXT NOT NULL REFERENCES questions ON DELETE CASCADE,
        position INTEGER NOT NULL, PRIMARY KEY (lesson_id, question_id)
      ) STRICT;
      CREATE INDEX lesson_questions_by_question ON lesson_questions (question_id);
      INSERT INTO lesson_questions (lesson_id, question_id, position)
        SELECT lesson_id, question_id, row_number() OVER (PARTITION BY lesson_id ORDER BY questions.created_at) - 1
        FROM questions JOIN lessons ON lessons.lead_id = questions.account_id WHERE ended_at IS NULL;
    `,
  },
  {
    // Who had a turn in which lesson: '' for the classroom as a whole, else a seat.
    name: 'lesson-turns',
    sql: `
      CREATE TABLE lesson_turns (
        lesson_id TEXT NOT NULL, classroom_id TEXT NOT NULL, seat_id TEXT NOT NULL,
        PRIMARY KEY (lesson_id, classroom_id, seat_id),
        FOREIGN KEY (lesson_id, classroom_id) REFERENCES lesson_classrooms ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX lesson_turns_by_seat ON lesson_turns (seat_id);
    `,
  },
  {
    // Decks of pages; pictures of pages lie with the others in the folder beside the database.
    name: 'decks',
    sql: `
      CREATE TABLE decks (
        deck_id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools, account_id TEXT NOT NULL REFERENCES accounts,
        title TEXT NOT NULL, files TEXT NOT NULL, status TEXT NOT NULL, received INTEGER NOT NULL, bytes INTEGER NOT NULL,
        pages INTEGER, problem TEXT, created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX decks_by_account ON decks (account_id, created_at);
      CREATE TABLE deck_pages (
        deck_id TEXT NOT NULL REFERENCES decks ON DELETE CASCADE, page INTEGER NOT NULL, large TEXT, small TEXT,
        text TEXT NOT NULL, notes TEXT NOT NULL, animated INTEGER NOT NULL, words TEXT NOT NULL,
        PRIMARY KEY (deck_id, page)
      ) STRICT;
      CREATE INDEX deck_pages_by_large ON deck_pages (large);
      CREATE INDEX deck_pages_by_small ON deck_pages (small);
      CREATE TABLE deck_pins (
        deck_id TEXT NOT NULL REFERENCES decks ON DELETE CASCADE, page INTEGER NOT NULL, position INTEGER NOT NULL,
        question_id TEXT NOT NULL REFERENCES questions ON DELETE CASCADE, PRIMARY KEY (deck_id, page, question_id)
      ) STRICT;
      CREATE INDEX deck_pins_by_question ON deck_pins (question_id);
    `,
  },
  {
    // Teachers of the lead's own school who may lead in the lead's place.
    name: 'lesson-seconds',
    sql: `
      CREATE TABLE lesson_seconds (
        lesson_id TEXT NOT NULL REFERENCES lessons ON DELETE CASCADE, account_id TEXT NOT NULL REFERENCES accounts,
        PRIMARY KEY (lesson_id, account_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX lesson_seconds_by_account ON lesson_seconds (account_id);
    `,
  },
];
