import { isPrivateAddress } from './is-private-address.mjs';

/**
 * @typedef {Record<string, { address: string, family: string, internal: boolean }[] | undefined>} Interfaces  as os.networkInterfaces()
 */

/** Bridges and tunnels that other machines in the school cannot reach. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|tun|tap|wg|tailscale|zt|utun|awdl|llw)/i;

/**
 * Every IPv4 address that another machine could use, the best first: the default route's interface, then real before virtual
 * interfaces, then private before public addresses. Loopback and link-local addresses are left out.
 * @param {Interfaces} interfaces
 * @param {string} [defaultInterface]  name of the interface that the default route uses
 * @returns {string[]}
 */
export function lanAddresses(interfaces, defaultInterface) {
  const found = Object.entries(interfaces).flatMap(([name, entries]) =>
    (entries ?? [])
      .filter((entry) => entry.family === 'IPv4' && !entry.internal && !entry.address.startsWith('169.254.'))
      .map(({ address }) => ({
        address,
        // A VPN often holds the default route, and no tablet is inside it.
        rank: (VIRTUAL.test(name) ? 4 : 0) + (name === defaultInterface ? 0 : 2) + (isPrivateAddress(address) ? 0 : 1),
      })),
  );
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
}

/**
 * Without bridges and tunnels: what boards and laptops in the school may be connected to.
 * @param {Interfaces} interfaces
 * @returns {Interfaces}
 */
export function realInterfaces(interfaces) {
  return Object.fromEntries(Object.entries(interfaces).filter(([name]) => !VIRTUAL.test(name)));
}
