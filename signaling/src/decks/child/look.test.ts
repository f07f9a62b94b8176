import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePptx } from '../testing/make-pptx.ts';
import { makeZip } from '../testing/make-zip.ts';
import { childLine } from './child-line.ts';
import { look } from './look.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-look-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lookAt(bytes: Buffer) {
  const file = join(folder, 'upload');
  writeFileSync(file, bytes);
  return look(file);
}

const CFB = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const stream = (name: string) => Buffer.from(`${name}\0`, 'utf16le');
const macros = (has: number) =>
  Buffer.from(`1f00ff0314000000020000040c00000007000000${has ? '01' : '00'}00000001000000`, 'hex');
const cfb = (...parts: readonly Buffer[]) => Buffer.concat([CFB, ...parts]);
const ppt = stream('PowerPoint Document');

test.each([
  ['a PPT', cfb(ppt), { say: 'office', as: 'ppt', outline: [] }],
  ['a PPT that says it has no macros', cfb(ppt, macros(0)), { say: 'office', as: 'ppt', outline: [] }],
  ['a PPT with macros', cfb(ppt, macros(1)), { say: 'refused', reason: 'deck/script' }],
  ['a PPT with a password', cfb(ppt, stream('EncryptedSummary')), { say: 'refused', reason: 'deck/encrypted' }],
  ['a PPTX with a password', cfb(stream('EncryptedPackage')), { say: 'refused', reason: 'deck/encrypted' }],
  ['an old Word file', cfb(stream('WordDocument')), { say: 'refused', reason: 'deck/unknown-kind' }],
])('[DK2] %s is told by what is in it', async (_, bytes, said) => {
  expect(await lookAt(bytes)).toEqual(said);
});

const odp = (content: string, more: Readonly<Record<string, string>> = {}) =>
  makeZip({
    mimetype: 'application/vnd.oasis.opendocument.presentation',
    'META-INF/manifest.xml': '<manifest:manifest/>',
    'content.xml': `<office:document-content>${content}</office:document-content>`,
    ...more,
  });

test('[DK5] an ODP keeps its notes page by page, without what its author hid, and says where animations were lost', async () => {
  const hidden =
    '<style:style style:name="dp2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
  const page = (style: string, inside: string) => `<draw:page draw:style-name="${style}">${inside}</draw:page>`;
  const notes =
    '<presentation:notes><text:p>先问 &lt;谁&gt;</text:p><text:p>再<text:span>答</text:span></text:p></presentation:notes>';
  const moves =
    '<anim:par presentation:node-type="timing-root"><anim:par presentation:preset-class="entrance"/></anim:par>';
  const turns = '<anim:par presentation:node-type="timing-root"><anim:par/></anim:par>';
  const pages = [page('dp1', notes), page('dp2', notes), page('dp1', moves), page('dp1', turns)];
  expect(await lookAt(odp(hidden + pages.join('')))).toEqual({
    ...{ say: 'office', as: 'odp' },
    outline: [
      { notes: '先问 <谁>\n再答', animated: false },
      { notes: '', animated: true },
      { notes: '', animated: false },
    ],
  });
});

test('[DK2] an ODP with a password or with macros is refused', async () => {
  const locked = { 'META-INF/manifest.xml': '<manifest:encryption-data/>' };
  expect(await lookAt(odp('', locked))).toEqual({ say: 'refused', reason: 'deck/encrypted' });
  const basic = { 'Basic/Standard/Module1.xml': 'x' };
  expect(await lookAt(odp('', basic))).toEqual({ say: 'refused', reason: 'deck/script' });
});

test.each([
  ['an archive of anything', makeZip({ 'a.txt': 'a' }), 'deck/unknown-kind'],
  ['a text document', makeZip({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'deck/unknown-kind'],
  ['an archive that breaks off', makePptx([{ notes: '一' }]).subarray(0, 300), 'deck/broken'],
  [
    'an archive that unpacks without end',
    makeZip({ 'ppt/presentation.xml': 'x' }, 2_000_000_000),
    'deck/unpacks-too-large',
  ],
])('[DK2] %s is refused', async (_, bytes, reason) => {
  expect(await lookAt(bytes)).toEqual({ say: 'refused', reason });
});

test('[DK2] damaged packages are refused or read; nothing else happens', async () => {
  const source = makePptx([{ notes: '一' }, { animated: true }]);
  const damage = fc.array(fc.tuple(fc.nat(source.length - 1), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 9,
  });
  await fc.assert(
    fc.asyncProperty(damage, async (places) => {
      const bytes = Buffer.from(source);
      for (const [at, value] of places) bytes[at] = value;
      expect(childLine.safeParse(await lookAt(bytes)).success).toBe(true);
    }),
    { numRuns: 60 },
  );
});
