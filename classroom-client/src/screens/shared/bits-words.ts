/** A rate in words: 512 kbit/s, 2.3 Mbit/s. */
export function bitsWords(bits: number): string {
  return bits < 1_000_000 ? `${Math.round(bits / 1_000)} kbit/s` : `${(bits / 1_000_000).toFixed(1)} Mbit/s`;
}
