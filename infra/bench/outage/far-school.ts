import type { Link } from '../../netlab/link.ts';
import { BEHIND, FRONT } from '../../netlab/media-addresses.ts';
import { startTcpRelay } from '../../netlab/tcp-relay.ts';
import { startUdpRelay } from '../../netlab/udp-relay.ts';
import { Rehearsal } from '../join/rehearsal.ts';

/** A school whose servers are reached near by, or over a link: web, media over UDP, media over TCP. */
export interface FarSchool {
  readonly rehearsal: Rehearsal;
  readonly link: Link;
  /** The school as the other end of the link sees it. */
  readonly far: { readonly school: { readonly origin: string } };
  /** Of the web behind the link. */
  readonly webPort: number;
  /** Where whoever connects its media from now on is; near, until told. */
  next(where: 'near' | 'far'): void;
  close(): Promise<void>;
}

interface Options {
  readonly roundTripMs: number;
  readonly tlsDir: string;
  /** The web behind the link is that of HTTPS. */
  readonly secure?: boolean;
}

/** Opens one with a link of its own. */
export async function openFarSchool({ roundTripMs, tlsDir, secure = false }: Options): Promise<FarSchool> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const rehearsal = await Rehearsal.open({ TONGKE_MEDIA_IPS: `${BEHIND}=${FRONT}` }, tlsDir);
    const { school } = rehearsal;
    closing.push(() => school.close());
    const near: Link = { delayMs: 0, up: true };
    const link: Link = { delayMs: roundTripMs / 2, up: true };
    let linkOfNext = near;
    const front = { host: FRONT, port: school.mediaPort };
    const sfu = { host: BEHIND, port: school.mediaPort };
    const udp = await startUdpRelay(() => linkOfNext, front, sfu);
    closing.push(() => udp.close());
    const tcp = await startTcpRelay(link, front, sfu);
    closing.push(() => tcp.close());
    const served = secure ? school.httpsPort : school.httpPort;
    const web = await startTcpRelay(link, { ...front, port: 0 }, { ...front, port: served });
    closing.push(() => web.close());
    return {
      rehearsal,
      link,
      far: { school: { origin: `${secure ? 'https' : 'http'}://localhost:${web.port}` } },
      webPort: web.port,
      next: (where) => {
        linkOfNext = where === 'near' ? near : link;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
