import { BLOB_BYTES } from '@tongke/shared-types';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { reEncode } from './re-encode.ts';

/** A page of noise: nothing is harder to make small. */
let noise: Buffer;
beforeAll(async () => {
  noise = await sharp({
    create: {
      width: 2400,
      height: 1800,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#888',
    },
  })
    .jpeg({ quality: 60 })
    .toBuffer();
});

const flat = (
  width: number,
  height: number,
  background: string | { r: number; g: number; b: number; alpha: number } = '#c33',
) => sharp({ create: { width, height, channels: 4, background } });

async function encoded(bytes: Uint8Array) {
  const jpeg = await reEncode(bytes);
  if (!(jpeg instanceof Uint8Array)) throw new Error(`refused: ${jpeg.reason}`);
  return { jpeg, meta: await sharp(jpeg).metadata() };
}

test('[BL2] whatever comes in, what is kept is a JPEG of at most 1600 px and 200,000 bytes', async () => {
  const { jpeg, meta } = await encoded(noise);
  expect(meta.format).toBe('jpeg');
  expect(Math.max(meta.width, meta.height)).toBeLessThanOrEqual(1600);
  expect(jpeg.length).toBeLessThanOrEqual(BLOB_BYTES);
  expect(meta.width / meta.height).toBeCloseTo(4 / 3, 2);
});

test.for(['png', 'webp', 'jpeg'] as const)('[BL1] a small %s stays as large as it is', async (format) => {
  const { meta } = await encoded(await flat(300, 200)[format]().toBuffer());
  expect([meta.format, meta.width, meta.height]).toEqual(['jpeg', 300, 200]);
});

test('[BL2] a photo taken upright stands upright, and nothing of what the camera wrote is left', async () => {
  const photo = await flat(400, 300)
    .withExif({ IFD0: { Make: 'Secret Phone' }, IFD3: { GPSLatitude: '36/1 1/1 1/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { jpeg, meta } = await encoded(photo);
  expect([meta.width, meta.height]).toEqual([300, 400]);
  expect([meta.orientation, meta.exif, meta.icc, meta.xmp]).toEqual([undefined, undefined, undefined, undefined]);
  expect(jpeg.includes('Secret')).toBe(false);
});

test('[BL2] what was transparent is white', async () => {
  const { jpeg } = await encoded(await flat(40, 40, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer());
  const [pixel] = await sharp(jpeg).raw().toBuffer();
  expect(pixel).toBeGreaterThan(250);
});

test('[BL2] the same picture again gives the same bytes', async () => {
  expect((await encoded(noise)).jpeg.equals((await encoded(noise)).jpeg)).toBe(true);
});

/** A PNG that says of itself that it is this large, and holds nothing. */
function pngHeader(width: number, height: number): Buffer {
  const png = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000049454e44ae426082',
    'hex',
  );
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

test('[BL1] a pixel bomb is refused by what its header says', async () => {
  const bomb = await flat(9000, 6000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(400_000);
  expect(await reEncode(bomb)).toEqual({ ok: false, reason: 'blob/too-many-pixels' });
  expect(await reEncode(pngHeader(60_000, 60_000))).toMatchObject({ ok: false });
});

test.for([
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'),
  ],
  ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
  ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['nothing', new Uint8Array()],
] as const)('[BL1] %s is no picture', async ([, bytes]) => {
  expect(await reEncode(bytes)).toEqual({ ok: false, reason: 'blob/no-image' });
});

test('[BL1] a picture that breaks off is refused', async () => {
  expect(await reEncode(noise.subarray(0, noise.length / 2))).toEqual({ ok: false, reason: 'blob/no-image' });
});

test('[BL1] damaged files are refused or become pictures; nothing else happens', async () => {
  const sources = [
    await flat(60, 40).jpeg().toBuffer(),
    await flat(60, 40).png().toBuffer(),
    await flat(60, 40).webp().toBuffer(),
  ];
  const damage = fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sources), damage, async (source, places) => {
      const bytes = Buffer.from(source);
      for (const [at, value] of places) bytes[at % bytes.length] = value;
      const answer = await reEncode(bytes);
      if (answer instanceof Uint8Array) expect(answer.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
      else expect(answer.reason).toMatch(/^blob\//);
    }),
    { numRuns: 150 },
  );
});
