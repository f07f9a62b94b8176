/** Where a page keeps small things over a reload; the browser's localStorage, or a map in tests. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The device's own shelf. Private windows and full disks refuse it: then things are kept until the page closes. */
function deviceShelf(): Shelf {
  const memory = new Map<string, string>();
  return {
    getItem: (key) => tryTo(() => localStorage.getItem(key)) ?? memory.get(key) ?? null,
    setItem: (key, value) => {
      memory.set(key, value);
      tryTo(() => localStorage.setItem(key, value));
    },
    removeItem: (key) => {
      memory.delete(key);
      tryTo(() => localStorage.removeItem(key));
    },
  };
}

/** The one shelf of this page. */
export const shelf: Shelf = deviceShelf();

export function readItem(key: string): string | null {
  return shelf.getItem(key);
}

export function writeItem(key: string, value: string): void {
  shelf.setItem(key, value);
}

function tryTo<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}
