/** DER of one element. @param {number} tag @param {Buffer} content */
function element(tag, content) {
  // Every list here is far below 64 kB.
  const { length } = content;
  const header =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(header), content]);
}

/** @param {number[]} bytes */
const address = (bytes) => element(0x87, Buffer.from(bytes));

/** What a school's own network uses: the private and loopback ranges, each as address and mask. */
const PRIVATE_RANGES = [
  address([127, 0, 0, 0, 255, 0, 0, 0]),
  address([10, 0, 0, 0, 255, 0, 0, 0]),
  address([172, 16, 0, 0, 255, 240, 0, 0]),
  address([192, 168, 0, 0, 255, 255, 0, 0]),
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
    ...dns.map((name) => element(0x82, Buffer.from(name, 'ascii'))),
    ...PRIVATE_RANGES,
    ...ipv4.map((text) => address([...text.split('.').map(Number), 255, 255, 255, 255])),
  ];
  const subtrees = element(0xa0, Buffer.concat(bases.map((base) => element(0x30, base))));
  return element(0x30, subtrees);
}
