import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBoard } from '../../e2e/support/start-board.ts';
import { openFarSchool } from '../outage/far-school.ts';
import { openLead, startLesson } from './people.ts';
import { coldVisit, openProfile } from './profile.ts';

/** A running lesson, and a paired board far away that has been here before. */
export interface ColdJoin {
  /** Ms from power on to the teacher's first frame, where a round trip takes so many ms. */
  visit(roundTripMs: number): Promise<number>;
  close(): Promise<void>;
}

/** Puts the relays before the web's TLS port and the SFU's ports, starts a lesson near them, and lets the board visit it once. */
export async function openColdJoin(teacher: Browser, cert: { readonly certFile: string; readonly tlsDir: string }) {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    return { visit: await prepare(), close };
  } catch (error) {
    await close();
    throw error;
  }

  async function prepare() {
    const school = await openFarSchool({ roundTripMs: 0, tlsDir: cert.tlsDir, secure: true });
    closing.push(school.close);
    const { rehearsal, link } = school;
    const { lessonId, boardTokens } = await rehearsal.appoint(1);
    const lead = await openLead(teacher, rehearsal, lessonId);
    closing.push(() => lead.context().close());
    school.next('far');
    const folder = mkdtempSync(join(tmpdir(), 'tongke-board-'));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const url = `https://127.0.0.1:${school.webPort}/board`;
    await firstVisit(folder, url, boardTokens[0] ?? '');
    await startLesson(lead);
    return async (roundTripMs: number) => {
      link.delayMs = roundTripMs / 2;
      const took = await coldVisit(folder, cert.certFile, url);
      link.delayMs = 0;
      return took;
    };
  }

  /** The board is paired and somebody taps 开始上课; code and pairing stay in the folder. */
  async function firstVisit(folder: string, url: string, token: string): Promise<void> {
    const context = await openProfile(folder, cert.certFile);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    await page.evaluate((value) => localStorage.setItem('tongke.board', value), token);
    await page.reload();
    await startBoard(page);
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active != null);
    await page.waitForTimeout(2_000);
    await context.close();
  }
}
