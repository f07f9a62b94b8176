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
  async post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(`${this.#origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.#cookie, origin: this.#origin },
      body: JSON.stringify(body),
    });
    const [set] = response.headers.getSetCookie();
    if (set) this.#cookie = set.split(';')[0] ?? '';
    const reply = (await response.json()) as { readonly ok: boolean } & T;
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply)}`);
    return reply;
  }
}
