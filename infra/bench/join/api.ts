import { setTimeout as sleep } from 'node:timers/promises';

/** A bench asks faster than people do: what is refused for that alone is asked again after so many ms, so often. */
const AGAIN_MS = 500;
const TRIES = 20;

/** Calls signaling's routes as one account. */
export class Api {
  readonly #origin: string;
  #cookie = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The session cookie as a browser would keep it; empty before the first sign-in. */
  get cookie(): { readonly name: string; readonly value: string } {
    const [name = '', value = ''] = this.#cookie.split('=');
    return { name, value };
  }

  /** The answer; throws where the server refuses, for a bench asks only for what it may. */
  post<T>(path: string, body: object): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return this.#call(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  get<T>(path: string): Promise<T> {
    return this.#call(path, { method: 'GET' });
  }

  /** Bytes with the place where they belong, as `content-range` says it. */
  put<T>(path: string, body: Uint8Array<ArrayBuffer>, range: string): Promise<T> {
    const headers = { 'content-type': 'application/octet-stream', 'content-range': range };
    return this.#call(path, { method: 'PUT', headers, body });
  }

  async #call<T>(path: string, request: RequestInit, tries = TRIES): Promise<T> {
    const response = await fetch(`${this.#origin}${path}`, {
      ...request,
      headers: { ...request.headers, cookie: this.#cookie, origin: this.#origin },
    });
    const [set] = response.headers.getSetCookie();
    if (set) this.#cookie = set.split(';')[0] ?? '';
    const reply = (await response.json()) as { readonly ok: boolean; readonly reason?: string } & T;
    if (reply.reason === 'too-many-requests' && tries > 1) {
      await sleep(AGAIN_MS);
      return this.#call(path, request, tries - 1);
    }
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply)}`);
    return reply;
  }
}
