import { lookup } from 'node:dns/promises';
import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { defaultInterface } from './default-interface.mjs';
import { lanAddresses, realInterfaces } from './lan-address.mjs';

/** @param {string} host @returns {Promise<string | undefined>} */
async function publicAddressOf(host) {
  if (isIPv4(host)) return host;
  const late = new Promise((resolve) => setTimeout(resolve, 3_000).unref());
  const found = await Promise.race([lookup(host, { family: 4 }).catch(() => undefined), late]);
  // A machine often knows its own name as 127.0.1.1, which nobody else can use.
  return found && !found.address.startsWith('127.') ? found.address : undefined;
}

/**
 * What this machine is called from outside.
 * @param {string} [host]  the name that was asked for
 * @param {import('./lan-address.mjs').Interfaces} [interfaces]
 * @returns {Promise<{ host: string, lan: string[], media: string[] }>} the name for links, the LAN addresses, and the addresses that
 *   browsers try for media, loopback first: pages are served on every network, so media is too
 */
export async function findAddresses(host, interfaces = networkInterfaces()) {
  const route = await defaultInterface();
  const lan = lanAddresses(interfaces, route);
  const real = lanAddresses(realInterfaces(interfaces), route);
  // Behind a router that forwards ports, no interface carries the address that the name stands for.
  const outside = host ? await publicAddressOf(host) : undefined;
  const local = real.length > 0 ? real : lan.slice(0, 1);
  const media = [...new Set(['127.0.0.1', ...local, ...(outside ? [outside] : [])])];
  return { host: host ?? lan[0] ?? 'localhost', lan, media };
}
