import { link, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DECK_LIMITS, type Refused, refuse } from '@tongke/shared-types';
import type { Clock } from '../room/clock.ts';
import type { ChildJob } from './child/child-job.ts';
import { type ChildLine, childLine, type Outline } from './child/child-line.ts';
import { HEAD_BYTES, kindOf } from './kind-of.ts';
import { type HowItEnded, type Limits, limitedProcess } from './limited-process.ts';
import { officeProfile } from './office-profile.ts';

/** A page that is done; the files lie in the folder, or there are none. */
export interface DrawnPage {
  readonly page: number;
  readonly files: { readonly large: string; readonly small: string } | null;
  readonly text: string;
  readonly notes: string;
  readonly animated: boolean;
}

export interface DeckJob {
  /** All its files, one behind the other. */
  readonly file: string;
  readonly sizes: readonly number[];
  /** Empty, and this job's alone. */
  readonly folder: string;
  /** LibreOffice's program; null where there is none. */
  readonly office: string | null;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** How many pages there will be, before the first of them. */
  readonly onPages: (count: number) => Promise<void>;
  /** Each page in its order. */
  readonly onPage: (page: DrawnPage) => Promise<void>;
}

const SELF = dirname(fileURLToPath(import.meta.url));
/** The folder of the whole program, which the converting process may read. */
const PROGRAM = join(SELF, '../../..');
const GIGABYTE = 1024 ** 3;
const LOOK: Limits = { cpuSeconds: 60, memoryBytes: GIGABYTE, fileBytes: 1, silenceMs: 60_000 };
/** A page takes a second or two; one that takes longer is left empty. */
const DRAW: Limits = { cpuSeconds: 900, memoryBytes: 1.5 * GIGABYTE, fileBytes: 50_000_000, silenceMs: 40_000 };
const OFFICE: Limits = { cpuSeconds: 400, memoryBytes: 2 * GIGABYTE, fileBytes: 500_000_000, silenceMs: 300_000 };
/** So many pages may bring the process down before the file is given up. */
const MOST_CRASHES = 10;

/**
 * [DK2] [DK3] [DK4] Makes pages of what a teacher uploaded. Answers how many there are, or why it was refused. What reads the file is a
 * process of its own each time: one that a page brings down goes on with the page after it. Rejects when the disk fails, or it was stopped.
 */
export async function convertDeck(job: DeckJob): Promise<{ readonly pages: number } | Refused> {
  const kinds = await kindsOf(job);
  const [kind = null] = kinds;
  if (kinds.includes(null) || kind === null) return refuse('deck/unknown-kind');
  if (kinds.length > 1 && kinds.some((other) => other !== 'picture')) return refuse('deck/several-files');
  if (kind === 'picture')
    return draw(job, [], (from) => ({ job: 'pictures', ...placesOf(job), from, sizes: job.sizes }));
  const package_ = kind === 'pdf' ? null : await look(job);
  if (package_ && 'ok' in package_) return package_;
  const pdf = package_ ? await throughOffice(job, package_.as) : job.file;
  if (typeof pdf !== 'string') return pdf;
  return draw(job, package_?.outline ?? [], (from, oneByOne) => ({
    ...{ job: 'pdf', ...placesOf(job), file: pdf, from, oneByOne },
  }));
}

const placesOf = ({ file, folder }: DeckJob) => ({ file, folder });

async function kindsOf({ file, sizes }: DeckJob) {
  const handle = await open(file);
  try {
    const kinds: ReturnType<typeof kindOf>[] = [];
    let at = 0;
    for (const size of sizes) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, Math.min(size, HEAD_BYTES), at);
      kinds.push(kindOf(buffer.subarray(0, bytesRead)));
      at += size;
    }
    return kinds;
  } finally {
    await handle.close();
  }
}

async function look(job: DeckJob): Promise<Extract<ChildLine, { say: 'office' }> | Refused> {
  let found: ChildLine | null = null;
  const { file } = job;
  const how = await runChild(job, { job: 'look', file }, LOOK, (line) => {
    found ??= line;
  });
  const line = found as ChildLine | null;
  if (line?.say === 'refused') return refuse(line.reason);
  return how === 'ended' && line?.say === 'office' ? line : refuse('deck/broken');
}

/** LibreOffice makes a PDF of it; its name there ends as what it is, whatever it was called. */
async function throughOffice(job: DeckJob, as: string): Promise<string | Refused> {
  const { folder, office, clock, signal, file } = job;
  if (office === null) return refuse('deck/no-office');
  const source = join(folder, `source.${as}`);
  await link(file, source);
  const profile = await officeProfile(folder);
  const modes = ['--headless', '--invisible', '--norestore', '--nolockcheck', '--nologo', '--nodefault'];
  const task = ['--convert-to', 'pdf:impress_pdf_Export', '--outdir', folder, source];
  const how = await limitedProcess({
    command: [office, profile, ...modes, ...task],
    ...{ folder, limits: OFFICE, signal, clock },
  });
  mustGoOn(how);
  if (how === 'silent') return refuse('deck/too-slow');
  return (await readdir(folder)).includes('source.pdf') ? join(folder, 'source.pdf') : refuse('deck/broken');
}

async function draw(
  job: DeckJob,
  outline: readonly Outline[],
  jobFrom: (from: number, oneByOne: boolean) => ChildJob,
): Promise<{ readonly pages: number } | Refused> {
  const state = { pages: 0, done: 0, refused: null as Refused | null };
  /** Pages are kept in their order, while the next ones are drawn. */
  let keeping = Promise.resolve();
  const keep = (work: () => Promise<void>) => {
    keeping = keeping.then(work);
    keeping.catch(() => {});
  };
  const isDone = (page: number, drawn: boolean, text: string) => {
    state.done = page;
    const at = (size: string) => join(job.folder, `${page}-${size}.webp`);
    const { notes = '', animated = false } = outline[page - 1] ?? {};
    const files = drawn ? { large: at('large'), small: at('small') } : null;
    keep(() => job.onPage({ page, files, text, notes, animated }));
  };
  for (let crashes = 0; crashes < MOST_CRASHES; crashes += 1) {
    const how = await runChild(job, jobFrom(state.done + 1, crashes > 0), DRAW, (line) => {
      if (line.say === 'refused') state.refused ??= refuse(line.reason);
      if (line.say === 'pages' && state.pages === 0) {
        state.pages = line.count;
        keep(() => job.onPages(line.count));
      }
      if (line.say === 'page' && line.page === state.done + 1 && line.page <= state.pages)
        isDone(line.page, line.drawn, line.text);
    });
    if (state.pages > DECK_LIMITS.pages) state.refused ??= refuse('deck/too-many-pages');
    if (state.refused || state.pages === 0) break;
    // Where pages come one by one, the page that it stopped at is at fault, and left empty; before, it may be the page after it.
    if (how !== 'ended' && crashes > 0 && state.done < state.pages) isDone(state.done + 1, false, '');
    if (state.done >= state.pages) break;
  }
  await keeping;
  if (state.refused) return state.refused;
  return state.pages > 0 && state.done === state.pages ? { pages: state.pages } : refuse('deck/broken');
}

async function runChild(job: DeckJob, task: ChildJob, limits: Limits, onLine: (line: ChildLine) => void) {
  const { folder, signal, clock } = job;
  const rights = [
    '--permission',
    '--allow-addons',
    `--allow-fs-read=${PROGRAM}`,
    `--allow-fs-read=${dirname(job.file)}`,
  ];
  const writes = [`--allow-fs-read=${folder}`, `--allow-fs-write=${folder}`];
  const how = await limitedProcess({
    command: [
      process.execPath,
      ...['--max-old-space-size=1024', '--disable-warning=PERM0001', ...rights, ...writes],
      ...[join(SELF, 'child/main.ts'), JSON.stringify(task)],
    ],
    ...{ folder, limits, signal, clock },
    onLine: (text) => {
      const line = parsed(text);
      if (line) onLine(line);
    },
  });
  mustGoOn(how);
  return how;
}

/** Stopped from here it is no verdict about the file. */
function mustGoOn(how: HowItEnded): void {
  if (how === 'stopped') throw new Error('the conversion was stopped');
}

function parsed(text: string): ChildLine | null {
  try {
    return childLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
