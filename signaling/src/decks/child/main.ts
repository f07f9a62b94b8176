import type { ChildJob } from './child-job.ts';
import type { ChildLine } from './child-line.ts';
import { drawPdf } from './draw-pdf.ts';
import { drawPictures } from './draw-pictures.ts';
import { look } from './look.ts';

/** The converting process: it reads one file of a stranger, with no rights and no network, and says what it made of it. */
const job = JSON.parse(process.argv[2] ?? '') as ChildJob;
const say = (line: ChildLine) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
if (job.job === 'look') say(await look(job.file));
else if (job.job === 'pdf') await drawPdf(job, say);
else await drawPictures(job, say);
