import type { DtlsParameters } from '@tongke/shared-types';
import type { EngineTransport } from './engine.ts';
import { DONE } from './result.ts';

/** The first refusal, or undefined when all are connected. */
export async function connectAll(transports: readonly (EngineTransport | null)[], dtlsParameters: DtlsParameters) {
  const connected = await Promise.all(transports.map((transport) => transport?.connect(dtlsParameters) ?? DONE));
  for (const result of connected) if (!result.ok) return result;
  return undefined;
}
