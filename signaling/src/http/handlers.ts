import type { Api, ApiRoute, BODIES, HttpRefused, JsonRoute } from '@tongke/shared-types';
import type { z } from 'zod';
import type { Seated } from '../blobs/lesson-window.ts';
import type { Device } from '../store/catalogue.ts';
import type { StaffAccount } from '../store/catalogue-accounts.ts';

/** Who is signed in, and by which session. */
export interface Staff extends StaffAccount {
  readonly sessionId: string;
}

interface Proof {
  readonly anyone: unknown;
  readonly staff: { readonly staff: Staff };
  readonly board: { readonly board: Device };
  readonly seat: { readonly seat: Seated };
  readonly viewer: BlobViewer;
}

/** Who wants to see a picture. */
export type BlobViewer =
  | { readonly staff: Staff; readonly board?: never; readonly seat?: never }
  /** A board or an assistant's phone. */
  | { readonly board: Device; readonly staff?: never; readonly seat?: never }
  | { readonly seat: Seated; readonly staff?: never; readonly board?: never };

type ParsedBody<R extends ApiRoute> = R extends JsonRoute ? z.output<(typeof BODIES)[R]> : Api[R]['body'];

/** A request that passed every door: secure page, origin, session, role, body. */
type ApiRequest<R extends ApiRoute> = Proof[Api[R]['who']] & {
  /** The `:id` of the path; '' where it has none. */
  readonly id: string;
  readonly body: ParsedBody<R>;
  /** Where the bytes of a file belong, by `content-range`; 0 where nothing is said. */
  readonly from: number;
  /** One per TCP connection, for counting wrong guesses; never an address. */
  readonly connection: string;
  readonly browser: string;
  readonly cookie: { set(token: string): void; clear(): void };
};

/** What answers a route; whether the object is the caller's to touch is asked here. */
type Handler<R extends ApiRoute> = (request: ApiRequest<R>) => Promise<Api[R]['reply'] | HttpRefused>;
export type Handlers<R extends ApiRoute = ApiRoute> = { readonly [K in R]: Handler<K> };
