import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findOffice } from '../find-office.ts';
import { officeProfile } from '../office-profile.ts';

export interface OfficeSlide {
  readonly text: string;
  readonly notes?: string;
  /** Its text comes at a click. */
  readonly animated?: boolean;
}

interface OfficeSlides {
  /** LibreOffice's program. */
  readonly office: string;
  readonly pptx: Buffer;
  readonly pdf: Buffer;
}

const NAMESPACES = Object.entries({
  ...{
    office: 'office',
    style: 'style',
    text: 'text',
    draw: 'drawing',
    presentation: 'presentation',
    anim: 'animation',
  },
  ...{ fo: 'xsl-fo-compatible', svg: 'svg-compatible', smil: 'smil-compatible' },
})
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const HEAD =
  '<office:automatic-styles><style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm"/></style:page-layout></office:automatic-styles>' +
  '<office:master-styles><style:master-page style:name="master" style:page-layout-name="wide"/></office:master-styles>';
const box = (where: string, paragraph: string) =>
  `<draw:frame ${where} svg:width="18cm" svg:height="6cm"><draw:text-box>${paragraph}</draw:text-box></draw:frame>`;

/** The real thing: these slides as LibreOffice writes them, as a PPTX and as a PDF. Rejects where it is not installed. */
export async function officeSlides(slides: readonly OfficeSlide[]): Promise<OfficeSlides> {
  const office = await findOffice(null, process.env.PATH ?? '');
  if (office === null) throw new Error('LibreOffice is not on the path: install libreoffice-impress.');
  const folder = mkdtempSync(join(tmpdir(), 'tongke-office-'));
  try {
    const source = join(folder, 'slides.fodp');
    writeFileSync(source, flatOdp(slides));
    const profile = await officeProfile(folder);
    const saved = async (as: string) => {
      const task = [profile, '--headless', '--norestore', '--convert-to', as, '--outdir', folder, source];
      await promisify(execFile)(office, task);
      return readFileSync(join(folder, `slides.${as}`));
    };
    // A profile takes one after the other.
    return { office, pptx: await saved('pptx'), pdf: await saved('pdf') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** OpenDocument 1.3 part 3 as one file, 3.1.2. */
function flatOdp(slides: readonly OfficeSlide[]): string {
  const pages = slides.map(({ text, notes, animated = false }, index) => {
    const id = `words${index}`;
    const words = `<text:p>${text}</text:p>`;
    const note = `<presentation:notes>${box('svg:x="1cm" svg:y="14cm"', `<text:p>${notes}</text:p>`)}</presentation:notes>`;
    return `<draw:page draw:master-page-name="master">${box(`draw:id="${id}" svg:x="3cm" svg:y="5cm"`, words)}${animated ? comesAtAClick(id) : ''}${notes ? note : ''}</draw:page>`;
  });
  const body = `<office:body><office:presentation>${pages.join('')}</office:presentation></office:body>`;
  const type = 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation"';
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES} ${type}>${HEAD}${body}</office:document>`;
}

function comesAtAClick(id: string): string {
  const effect =
    'presentation:node-type="on-click" presentation:preset-class="entrance" presentation:preset-id="ooo-entrance-appear"';
  const set = `<anim:set smil:begin="0s" smil:dur="0.001s" smil:fill="hold" smil:targetElement="${id}" smil:attributeName="visibility" smil:to="visible"/>`;
  const click = `<anim:par smil:begin="next"><anim:par smil:begin="0s"><anim:par smil:begin="0s" smil:fill="hold" ${effect}>${set}</anim:par></anim:par></anim:par>`;
  return `<anim:par presentation:node-type="timing-root"><anim:seq presentation:node-type="main-sequence">${click}</anim:seq></anim:par>`;
}
