import { z } from 'zod';

const device = z.enum(['fine', 'refused', 'missing', 'busy']);
/** Bit/s. */
const rate = z.number().nonnegative().max(1e12);

/** What a self-test measured. Null where it could not, or where there is nothing to measure. */
export const measures = z.strictObject({
  /** Null where the room uses none. */
  camera: device.nullable(),
  /** `silent`: open, but not even noise comes from it. */
  microphone: z.enum([...device.options, 'silent']).nullable(),
  /** Whether the own microphone heard the own loudspeaker. */
  loudspeaker: z.enum(['fine', 'unheard']).nullable(),
  /** [AU4] Whether the test tone came back from the SFU through the microphone as it is in a lesson. */
  echo: z.enum(['fine', 'heard']).nullable(),
  down: rate.nullable(),
  up: rate.nullable(),
  /** The share of packets that were lost, 0 to 1. */
  loss: z.number().min(0).max(1).nullable(),
  /** Round trip of the media connection, ms. */
  roundTrip: z.number().nonnegative().max(1e6).nullable(),
  /** How media gets through; `none` when it does not. */
  path: z.enum(['udp', 'tcp', 'none']).nullable(),
  /** How far the device's clock is off the server's, to either side, ms. */
  clock: z.number().nonnegative().max(1e14).nullable(),
});

export type Measures = z.infer<typeof measures>;
