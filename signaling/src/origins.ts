import type { Addresses } from '@tongke/shared-types';
import type { Config } from './config.ts';

/** Where people find this server. */
export interface Origins {
  /** For teachers, boards and phones, without a slash at the end. */
  readonly staff: string;
  /** For tablets: plain HTTP is enough, and asks nobody to trust a certificate. */
  readonly tablets: string;
  readonly addresses: Addresses;
}

/** The addresses that links and QR codes show. Without TLS the staff's pages work on this machine only. */
export function originsOf(
  { host, tls }: Pick<Config, 'host' | 'tls'>,
  ports: { readonly http: number; readonly https: number | null },
): Origins {
  const tablets = new URL(`http://${bracketed(host)}:${ports.http}`).origin;
  const secure = tls && ports.https !== null ? new URL(`https://${bracketed(host)}:${ports.https}`).origin : null;
  const staff = secure ?? new URL(`http://localhost:${ports.http}`).origin;
  return { staff, tablets, addresses: { join: `${tablets}/s/`, phone: `${staff}/assist` } };
}

/** An IPv6 address stands in brackets in a link. */
function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
