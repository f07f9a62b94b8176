import { useEffect, useState } from 'react';

/** Whether a media query holds of the window now, such as `(max-aspect-ratio: 1 / 1)`. */
export function useWindowIs(query: string): boolean {
  const [is, setIs] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const look = () => setIs(list.matches);
    look();
    list.addEventListener('change', look);
    return () => list.removeEventListener('change', look);
  }, [query]);
  return is;
}
