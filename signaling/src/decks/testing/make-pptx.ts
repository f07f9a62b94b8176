import { makeZip } from './make-zip.ts';

export interface PptxSlide {
  readonly notes?: string;
  readonly animated?: boolean;
  readonly hidden?: boolean;
}

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (targets: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** What a PPTX says about its slides, without their pictures; the last slide stands first in the show. `more`: further files. */
export function makePptx(slides: readonly PptxSlide[], more: Readonly<Record<string, string>> = {}): Buffer {
  const ids = slides.map((_, index) => index + 1);
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${ids
      .toReversed()
      .map((id) => `<p:sldId id="${255 + id}" r:id="rId${id}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(ids.map((id) => [`rId${id}`, 'slide', `slides/slide${id}.xml`])),
  };
  for (const [index, { notes, animated = false, hidden = false }] of slides.entries()) {
    const id = index + 1;
    const timing = animated ? '<p:timing><p:tnLst><p:par><p:animEffect/></p:par></p:tnLst></p:timing>' : '';
    files[`ppt/slides/slide${id}.xml`] = `<p:sld${hidden ? ' show="0"' : ''}><p:cSld/>${timing}</p:sld>`;
    if (notes === undefined) continue;
    files[`ppt/slides/_rels/slide${id}.xml.rels`] = relations([
      ['rId1', 'notesSlide', `../notesSlides/notesSlide${id}.xml`],
    ]);
    const lines = notes.split('\n').map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`);
    const shape = (type: string, inside: string) =>
      `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${inside}</p:txBody></p:sp>`;
    const shapes = shape('body', lines.join('')) + shape('sldNum', '<a:p><a:fld><a:t>7</a:t></a:fld></a:p>');
    files[`ppt/notesSlides/notesSlide${id}.xml`] = `<p:notes><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:notes>`;
  }
  return makeZip({ ...files, ...more });
}
