import type { Outline } from './child-line.ts';
import { elements, textOf, type XmlNode, xmlTree } from './xml-tree.ts';
import type { ZipEntries } from './zip-entries.ts';

const NOTES = 10_000;

/** [DK5] The pages of an ODP that are shown, in their order (OpenDocument 1.3 part 3, 10.2.4 and 16.9.1). */
export async function odpOutline(zip: ZipEntries): Promise<Outline[]> {
  const content = xmlTree(await zip.text('content.xml'));
  const hidden = new Set(
    elements(content, 'style:style')
      .filter(({ inside }) =>
        elements(inside, 'style:drawing-page-properties').some(
          ({ attributes }) => attributes['presentation:visibility'] === 'hidden',
        ),
      )
      .map(({ attributes }) => attributes['style:name'] ?? ''),
  );
  return elements(content, 'draw:page')
    .filter(({ attributes }) => !hidden.has(attributes['draw:style-name'] ?? ''))
    .map((page) => ({ notes: notesOf(page), animated: isAnimated(page) }));
}

function notesOf({ inside }: XmlNode): string {
  const notes = elements(inside, 'presentation:notes');
  const lines = notes.flatMap((note) => elements(note.inside, 'text:p').map((line) => textOf(line.inside)));
  return lines.join('\n').trim().slice(0, NOTES);
}

/** The change from page to page alone has `timing-root` and no effect below it. */
function isAnimated({ inside }: XmlNode): boolean {
  const timed = [...elements(inside, 'anim:par'), ...elements(inside, 'anim:seq')];
  return timed.some(({ attributes }) => attributes['presentation:preset-class'] !== undefined);
}
