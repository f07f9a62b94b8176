import type { EngineTransport } from './engine.ts';

/** What a browser says it still has of an earlier join. */
export interface Have {
  readonly sfuId: string;
  readonly transportIds: readonly string[];
  /** Those of them that are silent: they need new ICE credentials. */
  readonly restart?: readonly string[] | undefined;
}

/** What a peer has at this SFU. */
interface Here {
  readonly sfuId: string;
  readonly publishes: boolean;
  readonly receive: EngineTransport | null;
  readonly send: EngineTransport | null;
}

/** True where all that a peer needs is still here, and its browser has it too. */
export function stillHas(have: Have | null, { sfuId, publishes, receive, send }: Here): boolean {
  if (have?.sfuId !== sfuId || publishes !== (send !== null)) return false;
  return [receive, ...(publishes ? [send] : [])].every(
    (transport) => transport?.usable && have.transportIds.includes(transport.offer.id),
  );
}
