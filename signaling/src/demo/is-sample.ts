import type { Catalogue } from '../store/catalogue-stores.ts';
import { DEMO } from './demo-words.ts';

/** Whether this catalogue holds the sample school: its two schools under their own names. */
export async function isSample({ schools }: Catalogue): Promise<boolean> {
  const names = (await schools.all()).map(({ name }) => name);
  return names.includes(DEMO.city) && names.includes(DEMO.village);
}
