import { openSocket } from '../../../classroom-client/src/connection/socket.ts';
import { openTablet, type Tablet } from '../../../classroom-client/src/connection/tablet.ts';
import { tabletMemory } from '../../../classroom-client/src/connection/tablet-memory.ts';
import { memoryShelf } from '../../../classroom-client/src/testing/memory-shelf.ts';
import type { Seat } from '../answers/light-tablet.ts';

const FRAME_MS = 1000 / 60;

/** What a page finds in a browser: frames come when the screen's next one would, which is at any instant up to a sixtieth of a second away. */
Object.assign(globalThis, {
  addEventListener: () => {},
  requestAnimationFrame: (draw: (at: number) => void) => {
    setTimeout(() => draw(performance.now()), Math.random() * FRAME_MS);
    return 0;
  },
});

/** The pupils' page without pixels, on its seat, for a server at this port: the product's own code for its connection, timing and presses. */
export function openPage(port: number, { lessonId, seatId, deviceKey }: Seat): Tablet {
  const shelf = memoryShelf();
  shelf.setItem('tongke.device', deviceKey);
  tabletMemory(shelf).remember({ seatId, name: '', lessonId });
  // A page connects to where it came from; it looks there at once.
  Object.assign(globalThis, {
    location: { protocol: 'http:', hostname: '127.0.0.1', host: `127.0.0.1:${port}`, port: String(port) },
  });
  try {
    return openTablet(null, shelf, openSocket);
  } finally {
    Reflect.deleteProperty(globalThis, 'location');
  }
}
