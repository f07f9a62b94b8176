/**
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 * @typedef {object} Listener
 * @property {(name: string, message: import('./banner.mjs').Ready) => void} onReady  a child is up, first or again
 * @property {(name: string, how: string, delay: number) => void} onRestart  a child died and starts again after `delay` ms
 * @property {(name: string, message: string) => void} onTrouble  a child that ran before cannot start now, and says why; it is tried on
 * @property {(message: string) => void} onGiveUp  a child cannot start and everything is to stop
 */

const FIRST_DELAY = 200;
const LAST_DELAY = 5_000;
/** After this long, a death is a new misfortune and no loop. */
const STEADY = 10_000;
/** A child that never came up is not worth more tries than this. */
const FIRST_TRIES = 5;
const GRACE = 5_000;

/**
 * Keeps one child process of each name alive. One child's death never touches another.
 * @param {Record<string, () => ChildProcess>} starters  how to start each child
 * @param {Listener} listener
 */
export function createSupervisor(starters, { onReady, onRestart, onTrouble, onGiveUp }) {
  /**
   * @typedef {object} Slot
   * @property {ChildProcess} [child]
   * @property {NodeJS.Timeout} [timer]
   * @property {number} deaths  in a row
   * @property {boolean} everReady
   * @property {boolean} failed  it said so, and everything stops
   * @property {string} [trouble]  what was last said of it, so that each try does not say it again
   */
  /** @type {Map<string, Slot>} */
  const slots = new Map();
  let stopping = false;

  /** @param {string} name @param {() => ChildProcess} begin */
  function start(name, begin) {
    /** @type {Slot} */
    const slot = slots.get(name) ?? { deaths: 0, everReady: false, failed: false };
    slots.set(name, slot);
    const since = performance.now();
    const child = begin();
    slot.child = child;
    delete slot.timer;
    let explained = false;
    child.on('message', (/** @type {any} */ message) => {
      if (stopping) return;
      if (message?.type === 'ready') {
        slot.everReady = true;
        delete slot.trouble;
        onReady(name, message);
      }
      if (message?.type === 'failed') {
        const words = String(message.message);
        if (!slot.everReady) {
          slot.failed = true;
          onGiveUp(words);
          return;
        }
        // A lesson goes on in the other server: a disk that is full for a while must not end it.
        explained = true;
        if (slot.trouble !== words) onTrouble(name, words);
        slot.trouble = words;
      }
    });
    let gone = false;
    const ended = (/** @type {string} */ how) => {
      if (gone) return;
      gone = true;
      delete slot.child;
      if (stopping || slot.failed) return;
      slot.deaths = performance.now() - since > STEADY ? 1 : slot.deaths + 1;
      if (!slot.everReady && slot.deaths >= FIRST_TRIES) {
        onGiveUp(`${name} does not start: it ended ${slot.deaths} times in a row (${how}).`);
        return;
      }
      const delay = Math.min(FIRST_DELAY * 2 ** (slot.deaths - 1), LAST_DELAY);
      if (!explained) onRestart(name, how, delay);
      slot.timer = setTimeout(() => start(name, begin), delay);
    };
    child.on('error', (error) => ended(error.message));
    child.on('exit', (code, signal) => ended(signal ? `signal ${signal}` : `exit code ${code}`));
  }

  for (const [name, begin] of Object.entries(starters)) start(name, begin);

  return {
    /** Ends one child, which then comes back as after any death. @param {string} name */
    restart(name) {
      slots.get(name)?.child?.kill('SIGTERM');
    },
    /** Ends every child, politely at first, and resolves when all are gone. */
    async stop() {
      stopping = true;
      for (const slot of slots.values()) clearTimeout(slot.timer);
      const children = [...slots.values()].flatMap(({ child }) => (child ? [child] : []));
      await Promise.all(
        children.map(
          (child) =>
            new Promise((resolve) => {
              if (child.exitCode !== null || child.signalCode !== null) return resolve(undefined);
              const hammer = setTimeout(() => child.kill('SIGKILL'), GRACE);
              child.once('exit', () => {
                clearTimeout(hammer);
                resolve(undefined);
              });
              child.kill('SIGTERM');
            }),
        ),
      );
    },
  };
}
