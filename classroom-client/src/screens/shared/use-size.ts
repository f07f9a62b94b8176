import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width and height inside an element's padding, px, and again when they change; zeros before the first look. */
export function useSize(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const look = () => {
      const { clientWidth: width, clientHeight: height } = current;
      setSize((had) => (had.width === width && had.height === height ? had : { width, height }));
    };
    look();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
