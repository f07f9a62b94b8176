/** The state of an emulated link, shared by its TCP and UDP relays; change it while they run. */
export interface Link {
  /** One way, in ms; both ways are alike. */
  delayMs: number;
  /** False: nothing passes in either direction, as when the cable is out. */
  up: boolean;
}

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export interface Relay {
  readonly port: number;
  close(): Promise<void>;
}
