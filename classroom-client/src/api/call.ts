import type { Api, ApiRoute, HttpRefused } from '@tongke/shared-types';

/** No answer came: the network or the server is down. */
interface Offline {
  readonly ok: false;
  readonly reason: 'offline';
}

/** What a route answers, or that nothing was heard. */
export type Answer<R extends ApiRoute> = ({ readonly ok: true } & Api[R]['reply']) | HttpRefused | Offline;

type BodyOf<R extends ApiRoute> = Api[R]['body'] extends undefined
  ? { readonly body?: never }
  : Record<never, never> extends Api[R]['body']
    ? { readonly body?: Api[R]['body'] }
    : { readonly body: Api[R]['body'] extends Uint8Array ? Blob : Api[R]['body'] };
type IdOf<R extends ApiRoute> = R extends `${string}/:id${string}` ? { readonly id: string } : { readonly id?: never };
/** Where the bytes of a piece belong, as `content-range` says it. */
type RangeOf<R extends ApiRoute> = R extends 'PUT /api/decks/:id/file'
  ? { readonly range: string }
  : { readonly range?: never };
type TokenOf<R extends ApiRoute> = Api[R]['who'] extends 'board'
  ? { readonly token: string }
  : Api[R]['who'] extends 'viewer'
    ? { readonly token?: string }
    : { readonly token?: never };

/** What a route wants besides its name: the id in its path, its body, the place of a piece, and a board's token. */
type Wants<R extends ApiRoute> = IdOf<R> & BodyOf<R> & RangeOf<R> & TokenOf<R>;
type Given<R extends ApiRoute> = Record<never, never> extends Wants<R> ? [wants?: Wants<R>] : [wants: Wants<R>];

interface Loose {
  readonly id?: string;
  readonly body?: unknown;
  readonly range?: string;
  readonly token?: string;
}

const PATIENCE_MS = 15_000;

/** Asks signaling's catalogue over HTTP. Never rejects: a refusal and a dead network are values. */
export async function call<R extends ApiRoute>(route: R, ...given: Given<R>): Promise<Answer<R>> {
  const wants: Loose = given[0] ?? {};
  const [method = 'GET', path = ''] = route.split(' ');
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const query =
      method === 'GET' && wants.body !== undefined
        ? `?${new URLSearchParams(wants.body as object as Record<string, string>)}`
        : '';
    const response = await fetch(`${path.replace(':id', encodeURIComponent(wants.id ?? ''))}${query}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: headersOf(wants),
      signal: patience.signal,
      ...(wants.body === undefined || method === 'GET' ? {} : { body: textOf(wants.body) }),
    });
    return (await response.json()) as Answer<R>;
  } catch {
    return { ok: false, reason: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

function headersOf({ body, token, range }: Loose): Record<string, string> {
  return {
    ...(body === undefined
      ? {}
      : { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
    ...(range === undefined ? {} : { 'content-range': range }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

function textOf(body: unknown): BodyInit {
  return body instanceof Blob ? body : JSON.stringify(body);
}
