import { vi } from 'vitest';

/** What was asked of the pretended server, in order. */
export interface Asked {
  readonly route: string;
  readonly body: unknown;
}

/** Answers `METHOD /path` from a list until the test ends; a path that is not on it is a dead network. */
export function fakeServer(answers: Readonly<Record<string, object>>): readonly Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, init: { method: string; body?: unknown }) => {
    const route = `${init.method} ${path}`;
    asked.push({ route, body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body });
    const answer = answers[route];
    if (!answer) throw new TypeError('Failed to fetch');
    return { json: async () => answer };
  });
  return asked;
}
