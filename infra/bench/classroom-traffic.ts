import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser } from '../e2e/support/browser.ts';
import { mediaFiles } from '../e2e/support/media-files.ts';
import { firstFrame, openLead, openWaitingBoard, startLesson } from './join/people.ts';
import { Rehearsal } from './join/rehearsal.ts';
import { kbitPerSecond } from './join/traffic.ts';

/** What a lesson of two boards carries, in kbit/s of UDP payload a screen, as NETWORK.md tells it: before, during and after a turn. */
const MEASURE_MS = 20_000;
/** Encoders need this long to reach their rates. */
const SETTLE_MS = 20_000;

const tlsDir = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
const { video, teacherVoice, childVoice } = mediaFiles();
const teacher = await openBrowser({ video: largeVideo(), voice: teacherVoice });
const classroom = await openBrowser({ video, voice: childVoice });
const rehearsal = await Rehearsal.open({}, tlsDir);
try {
  const { lessonId, boardTokens } = await rehearsal.appoint(2);
  const [speaks = '', listens = ''] = boardTokens;
  const lead = await openLead(teacher, rehearsal, lessonId);
  const speaking = await openWaitingBoard(classroom, rehearsal, speaks);
  const listening = await openWaitingBoard(classroom, rehearsal, listens);
  const screens = { lead, speaking, listening };
  await startLesson(lead);
  await Promise.all([firstFrame(speaking), firstFrame(listening)]);
  const teaching = await measure(screens);
  await lead.getByRole('button', { name: '请发言' }).click();
  await lead.getByRole('button', { name: '1', exact: false }).and(lead.locator('[role=dialog] button')).first().click();
  await lead.getByRole('button', { name: '请全班发言' }).click();
  await speaking.getByText('你们在讲话').waitFor();
  const turn = await measure(screens);
  console.log(
    JSON.stringify({ name: 'classroom-traffic', load: loadavg()[0], unit: 'kbit/s', teaching, turn }, null, 2),
  );
} finally {
  await Promise.all([teacher.close(), classroom.close()]);
  await rehearsal.school.close();
  rmSync(tlsDir, { recursive: true, force: true });
}

async function measure(screens: Readonly<Record<string, Page>>) {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const rates = Object.entries(screens).map(async ([name, page]) => [name, await kbitPerSecond(page, MEASURE_MS)]);
  return Object.fromEntries(await Promise.all(rates)) as Record<string, Awaited<ReturnType<typeof kbitPerSecond>>>;
}

/** A moving picture of 1280×720, so that the teacher's camera has all its layers. */
function largeVideo(): string {
  const folder = fileURLToPath(new URL('../../node_modules/.cache/e2e-media', import.meta.url));
  const file = join(folder, 'large.mjpeg');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const source = 'testsrc2=size=1280x720:rate=15:duration=10';
  const quiet = ['-hide_banner', '-loglevel', 'error', '-y'];
  execFileSync('ffmpeg', [...quiet, '-f', 'lavfi', '-i', source, '-pix_fmt', 'yuvj420p', '-q:v', '3', file]);
  return file;
}
