import { posix } from 'node:path';
import type { Outline } from './child-line.ts';
import { elements, textOf, type XmlNode, xmlTree } from './xml-tree.ts';
import type { ZipEntries } from './zip-entries.ts';

/** What moves an object in a slide's timing (ECMA-376 part 1, 19.5). */
const ANIMATIONS = ['p:anim', 'p:animEffect', 'p:animMotion', 'p:animRot', 'p:animScale', 'p:animClr', 'p:set'];
/** Placeholders on a page of notes that hold no notes. */
const FURNITURE = ['sldImg', 'sldNum', 'dt', 'hdr', 'ftr'];
const NOTES = 10_000;

/** [DK5] The slides of a PPTX that are shown, in their order: the speaker's notes, and whether something on them is animated. */
export async function pptxOutline(zip: ZipEntries): Promise<Outline[]> {
  const presentation = xmlTree(await zip.text('ppt/presentation.xml'));
  const targets = await targetsOf(zip, 'ppt/presentation.xml');
  const outline: Outline[] = [];
  for (const { attributes } of elements(presentation, 'p:sldId')) {
    const name = targets.get(attributes['r:id'] ?? '')?.path;
    if (name === undefined) continue;
    const slide = xmlTree(await zip.text(name));
    // LibreOffice leaves out what the author hid.
    if (elements(slide, 'p:sld')[0]?.attributes.show === '0') continue;
    const animated = elements(slide, 'p:timing').some(({ inside }) =>
      ANIMATIONS.some((animation) => elements(inside, animation).length > 0),
    );
    outline.push({ notes: await notesOf(zip, name), animated });
  }
  return outline;
}

async function notesOf(zip: ZipEntries, slide: string): Promise<string> {
  const notes = [...(await targetsOf(zip, slide)).values()].find(({ type }) => type.endsWith('/notesSlide'));
  if (!notes || !zip.all.has(notes.path)) return '';
  const shapes = elements(xmlTree(await zip.text(notes.path)), 'p:sp');
  // PowerPoint has the notes in a placeholder, LibreOffice in a plain shape.
  const said = shapes.filter(
    ({ inside }) => !elements(inside, 'p:ph').some(({ attributes }) => FURNITURE.includes(attributes.type ?? '')),
  );
  return said
    .flatMap(({ inside }) => elements(inside, 'a:p').map(paragraph))
    .join('\n')
    .trim()
    .slice(0, NOTES);
}

/** The words of a paragraph, with its line breaks. */
function paragraph({ inside }: XmlNode): string {
  return inside
    .flatMap((run) => (run.name === 'a:br' ? '\n' : elements([run], 'a:t').map((words) => textOf(words.inside))))
    .join('');
}

interface Target {
  readonly path: string;
  readonly type: string;
}

/** What a part points to, by the ids that it uses (ECMA-376 part 2, 9.3). */
async function targetsOf(zip: ZipEntries, part: string): Promise<ReadonlyMap<string, Target>> {
  const name = `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`;
  if (!zip.all.has(name)) return new Map();
  return new Map(
    elements(xmlTree(await zip.text(name)), 'Relationship').map(({ attributes }) => {
      const { Id = '', Target = '', Type = '' } = attributes;
      return [Id, { path: posix.join('/', posix.dirname(part), Target).slice(1), type: Type }];
    }),
  );
}
