import { type Entry, open, type ZipFile } from 'yauzl';

/** The files of an archive by their names, and how to read one as text. */
export interface ZipEntries {
  readonly all: ReadonlyMap<string, Entry>;
  /** Rejects when there is no such file, or it is larger than it may be. */
  text(name: string): Promise<string>;
  close(): void;
}

/** No text inside a package is larger; what is, is no text. */
const TEXT_BYTES = 30_000_000;

/** Reads an archive's directory. Rejects with what is wrong with it. */
export async function zipEntries(file: string): Promise<ZipEntries> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    open(file, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const all = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      all.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve());
    zip.on('error', reject);
    zip.readEntry();
  });
  return { all, text, close: () => zip.close() };

  async function text(name: string): Promise<string> {
    const entry = all.get(name);
    if (!entry || entry.uncompressedSize > TEXT_BYTES) throw new Error('no such text');
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  }
}
