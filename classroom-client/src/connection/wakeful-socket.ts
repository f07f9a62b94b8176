import { keepAwake } from './keep-awake.ts';
import { openSocket } from './socket.ts';
import type { OpenWire } from './wire.ts';

/** The wire of a screen that must not be late: it notices sleep and other networks by itself. A tablet’s is lighter. */
export const openWakefulSocket: OpenWire = (handlers) => openSocket(handlers, keepAwake);
