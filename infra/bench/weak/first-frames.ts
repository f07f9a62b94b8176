import type { Browser } from 'playwright-core';
import { startBlankServer } from '../join/blank-server.ts';
import { openLead, openWaitingBoard } from '../join/people.ts';
import { bareFirstFrame, startToFrame } from '../join/warm-first-frame.ts';
import { type FarSchool, openFarSchool } from '../outage/far-school.ts';
import { quantile } from '../quantile.ts';

/** Nobody waits less than for: the start to be told, "now I can", and the picture. */
const TRIPS = 1.5;

interface Options {
  readonly roundTripsMs: readonly number[];
  /** Lessons for each round trip. */
  readonly lessons: number;
  readonly tlsDir: string;
  readonly log: (line: string) => void;
}

/** Ms from the press to the first frame on a board that waited far away, and of two bare pages, less one and a half round trips; medians. */
export interface FirstFrames {
  readonly roundTripMs: number;
  readonly product: number;
  readonly bare: number;
}

/** The start of a lesson for a board that waited in the lobby at the end of a long link; the lead teacher is near. */
export async function firstFrames(
  browsers: { readonly teacher: Browser; readonly classroom: Browser },
  { roundTripsMs, lessons, tlsDir, log }: Options,
): Promise<FirstFrames[]> {
  const found: FirstFrames[] = [];
  const blank = await startBlankServer();
  try {
    for (const roundTripMs of roundTripsMs) {
      const school = await openFarSchool({ roundTripMs, tlsDir });
      try {
        const product: number[] = [];
        const bare: number[] = [];
        for (let lesson = 0; lesson < lessons; lesson += 1) {
          product.push((await startFar(browsers, school)) - TRIPS * roundTripMs);
          bare.push((await bareFirstFrame({ ...browsers, blankUrl: blank.url }, school.link)) - TRIPS * roundTripMs);
        }
        log(
          `first frames over ${roundTripMs} ms: ${JSON.stringify([product, bare].map((all) => all.map(Math.round)))}`,
        );
        found.push({ roundTripMs, product: quantile(product, 0.5), bare: quantile(bare, 0.5) });
      } finally {
        await school.close();
      }
    }
  } finally {
    await blank.close();
  }
  return found;
}

type Browsers = Parameters<typeof firstFrames>[0];

async function startFar({ teacher, classroom }: Browsers, { rehearsal, far, next }: FarSchool): Promise<number> {
  const { lessonId, boardTokens } = await rehearsal.appoint(1);
  next('near');
  const lead = await openLead(teacher, rehearsal, lessonId);
  next('far');
  const board = await openWaitingBoard(classroom, far, boardTokens[0] ?? '');
  return startToFrame(lead, board);
}
