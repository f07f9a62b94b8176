import { useState } from 'react';

/** How often something has left this list: what stood below it has moved up. What joins at the end moves nothing. */
export function useDepartures(keys: readonly string[]): number {
  const [seen, setSeen] = useState({ keys, count: 0 });
  if (seen.keys.join(' ') === keys.join(' ')) return seen.count;
  const count = seen.count + (seen.keys.every((key) => keys.includes(key)) ? 0 : 1);
  setSeen({ keys, count });
  return count;
}
