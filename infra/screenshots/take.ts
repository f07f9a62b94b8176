import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chalkVideo } from './chalk-video.ts';
import { Lesson } from './lesson.ts';
import { Offices } from './offices.ts';
import { SharedLesson } from './shared-lesson.ts';
import { SlidesLesson } from './slides-lesson.ts';
import { Stage, type StageOptions } from './stage.ts';

/**
 * Takes a picture of each screen from the running product: `npm run screenshots`. Options: `--to FOLDER`, `--size 820x1180` (of the
 * boards and staff screens), `--dark`, `--en`, `--only slides` (one of the parts below).
 */
const { values } = parseArgs({
  options: {
    to: { type: 'string', default: import.meta.dirname },
    size: { type: 'string', default: '1366x768' },
    dark: { type: 'boolean', default: false },
    en: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const [width = 1366, height = 768] = values.size.split('x').map(Number);
mkdirSync(values.to, { recursive: true });
const files = mkdtempSync(join(tmpdir(), 'tongke-pictures-'));
const options: StageOptions = {
  teacher: chalkVideo(files, 'teacher', '1/2 + 1/4 = ?', '0x1f4d3a'),
  classroom: chalkVideo(files, 'classroom', '三年级', '0x3a5f7d'),
  size: { width, height },
  look: values.dark ? 'dark' : 'light',
  language: values.en ? 'en' : 'zh',
  to: values.to,
};
const PARTS = { lesson: Lesson, slides: SlidesLesson, shared: SharedLesson, offices: Offices };
try {
  for (const [name, part] of Object.entries(PARTS)) {
    if (values.only && values.only !== name) continue;
    const stage = await Stage.open(options);
    try {
      await new part(stage).takeAll();
    } finally {
      await stage.close();
    }
  }
} finally {
  rmSync(files, { recursive: true, force: true });
}
