import { pino } from 'pino';
import { connectSfu, type SfuLink } from '../media/sfu-link.ts';

/** A control link to a real SFU, attached. */
export async function attachSfu({ url, secret }: { readonly url: string; readonly secret: string }): Promise<SfuLink> {
  const link = connectSfu({ url, secret, log: pino({ level: 'silent' }) });
  await new Promise<void>((resolve) => link.listen({ attached: () => resolve(), notice: () => {} }));
  return link;
}
