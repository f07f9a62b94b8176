export interface ListenPlan {
  /** Addresses of this machine to listen on. */
  readonly listen: readonly string[];
  /** What browsers are told for each of them: itself, a router's public address in front of it, or both. */
  readonly announce: ReadonlyMap<string, readonly string[]>;
}

/**
 * Where workers listen, so that browsers reach them at these addresses; null where this machine has no address for one of them.
 * An address of this machine gets a socket of its own, for an answer must leave from the address that was asked: one socket on 0.0.0.0
 * answers a packet for 127.0.0.1 from the LAN address and browsers drop it. A foreign address stands for a router that forwards its
 * ports to the first address that other machines can use. LISTEN=ANNOUNCED names both.
 */
export function listenPlan(wanted: readonly string[], own: readonly string[]): ListenPlan | null {
  const isOwn = (address: string) => address.startsWith('127.') || own.includes(address);
  const pairs = wanted.filter((address) => address.includes('=')).map((pair) => pair.split('=') as [string, string]);
  if (!pairs.every(([listen]) => isOwn(listen))) return null;
  const single = wanted.filter((address) => !address.includes('='));
  const foreign = single.filter((address) => !isOwn(address));
  const outward = [...single, ...own].find((address) => isOwn(address) && !address.startsWith('127.'));
  if (foreign.length > 0 && outward === undefined) return null;
  const announce = new Map<string, readonly string[]>(single.filter(isOwn).map((address) => [address, [address]]));
  if (foreign.length > 0 && outward !== undefined)
    announce.set(outward, [...(announce.get(outward) ?? []), ...foreign]);
  for (const [listen, announced] of pairs) announce.set(listen, [...(announce.get(listen) ?? []), announced]);
  return { listen: [...announce.keys()], announce };
}
