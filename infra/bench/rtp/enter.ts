import type { Credentials } from '@tongke/shared-types';
import { FakeScreen } from '@tongke/signaling/testing';
import type { Rehearsal } from '../join/rehearsal.ts';

/** A screen that has said hello. Throws where it is refused. */
export async function enter({ school, api }: Rehearsal, credentials: Credentials): Promise<FakeScreen> {
  const { value: cookie } = api.cookie;
  const asTeacher = credentials.as === 'lead' ? { cookie } : {};
  const screen = new FakeScreen({ url: school.origin, credentials, ...asTeacher });
  const reply = await screen.hello();
  if (reply.ok) return screen;
  screen.close();
  throw new Error(`hello was refused: ${reply.reason}`);
}
