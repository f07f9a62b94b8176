import { isIP } from 'node:net';

const DNS = 0x82;
const IP = 0x87;

/** DER of one element. @param {number} tag @param {Buffer} content */
function element(tag, content) {
  // Every list here is far below 64 kB.
  const { length } = content;
  const header =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(header), content]);
}

/** @param {number[]} bytes */
const address = (bytes) => element(IP, Buffer.from(bytes));

/** What a school's own network uses: loopback, the private ranges and the carriers' one, each as address and mask. */
const PRIVATE_RANGES = [
  address([127, 0, 0, 0, 255, 0, 0, 0]),
  address([10, 0, 0, 0, 255, 0, 0, 0]),
  address([172, 16, 0, 0, 255, 240, 0, 0]),
  address([192, 168, 0, 0, 255, 255, 0, 0]),
  address([100, 64, 0, 0, 255, 192, 0, 0]),
  address([...new Array(15).fill(0), 1, ...new Array(16).fill(255)]),
];

/** The extension's object identifier. */
export const NAME_CONSTRAINTS = '2.5.29.30';

/**
 * DER of a NameConstraints extension that permits these names and addresses, and private addresses: whoever steals the CA's key
 * cannot pose as a bank to the boards that trust it.
 * @param {{ dns: string[], ipv4: string[] }} names
 */
export function permittedNames({ dns, ipv4 }) {
  const bases = [
    ...dns.map((name) => element(DNS, Buffer.from(name, 'ascii'))),
    ...PRIVATE_RANGES,
    ...ipv4.map((text) => address([...text.split('.').map(Number), 255, 255, 255, 255])),
  ];
  const subtrees = element(0xa0, Buffer.concat(bases.map((base) => element(0x30, base))));
  return element(0x30, subtrees);
}

/** The elements inside one element's content. @param {Buffer} content @returns {{ tag: number, content: Buffer }[]} */
function elementsOf(content) {
  const found = [];
  for (let at = 0; at + 1 < content.length; ) {
    const short = content.readUInt8(at + 1);
    const bytes = short < 128 ? 0 : short & 0x7f;
    const length = bytes === 0 ? short : content.readUIntBE(at + 2, bytes);
    const start = at + 2 + bytes;
    found.push({ tag: content.readUInt8(at), content: content.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

/** @param {Buffer} range  address and mask @param {Buffer} bytes */
function inRange(range, bytes) {
  const mask = range.subarray(bytes.length);
  return (
    range.length === 2 * bytes.length &&
    bytes.every((byte, index) => (byte & (mask[index] ?? 0)) === ((range[index] ?? 0) & (mask[index] ?? 0)))
  );
}

/**
 * Whether a NameConstraints extension permits a host name, an IPv4 address or the loopback address of IPv6.
 * @param {Buffer} der @param {string} name
 */
export function permits(der, name) {
  const [subtrees] = elementsOf(elementsOf(der)[0]?.content ?? Buffer.alloc(0));
  const bases = elementsOf(subtrees?.content ?? Buffer.alloc(0)).flatMap(({ content }) => elementsOf(content));
  if (!isIP(name))
    return bases.some(
      // A name stands for everything below it, too.
      ({ tag, content }) =>
        tag === DNS && `.${name}`.toLowerCase().endsWith(`.${content.toString('ascii')}`.toLowerCase()),
    );
  const bytes =
    isIP(name) === 4 ? Buffer.from(name.split('.').map(Number)) : Buffer.from([...new Array(15).fill(0), 1]);
  return bases.some(({ tag, content }) => tag === IP && inRange(content, bytes));
}
