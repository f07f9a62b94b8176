import { type Command, type CommandReply, type Envelope, type Refusal, refuse } from '@tongke/shared-types';
import { isPassing } from './passing.ts';
import type { Wire } from './wire.ts';

/** Sends a command and resolves with its answer, which may take as long as the link is down. Never rejects. */
export type Send = (command: Command) => Promise<CommandReply>;

export interface Sender {
  /** The same id in every retry, so that the server counts it once. `patient` goes on after a refusal that may pass. */
  readonly send: (envelope: Envelope, options?: { readonly patient?: boolean }) => Sending;
  /** The lesson can be spoken to (again): everything unanswered goes out now. */
  readonly open: () => void;
  readonly pause: () => void;
  /** The link was closed: what is unanswered is refused with this reason; what is patient waits for another link. */
  readonly end: (reason: Refusal) => void;
}

export interface Sending {
  readonly reply: Promise<CommandReply>;
  /** Forgets about it: no more retries. What is under way may still arrive. */
  readonly cancel: () => void;
}

interface Pending {
  readonly envelope: Envelope;
  readonly patient: boolean;
  readonly resolve: (reply: CommandReply) => void;
  asking: boolean;
}

/** An answer that takes longer than this is asked for again, with the same id. */
const PATIENCE_MS = 4000;
/** Another tab of this device had taken the link over when it arrived: nobody has looked at the command. */
const UNSEEN: Refusal = 'not-signed-in';
const PAUSE_MS = 1500;

/** Keeps every command until it is answered, in the order in which they were given. */
export function createSender(wire: Pick<Wire, 'ask'>): Sender {
  const pending = new Map<string, Pending>();
  let opened = false;

  /** Not any longer once the same command was cancelled, also where it has been given anew since, with its own id. */
  const isPending = (item: Pending) => pending.get(item.envelope.id) === item;
  const forget = (item: Pending) => {
    if (isPending(item)) pending.delete(item.envelope.id);
  };
  const settle = (item: Pending, reply: CommandReply) => {
    forget(item);
    item.resolve(reply);
  };

  const attempt = async (item: Pending) => {
    if (!opened || item.asking || !isPending(item)) return;
    item.asking = true;
    const reply = await wire.ask('command', item.envelope, PATIENCE_MS);
    item.asking = false;
    const again = reply === null || (!reply.ok && item.patient && (isPassing(reply.reason) || reply.reason === UNSEEN));
    if (!again) settle(item, reply);
    else setTimeout(attempt, reply === null ? 0 : PAUSE_MS, item);
  };

  return {
    send: (envelope, { patient = false } = {}) => {
      let resolve: Pending['resolve'] = () => {};
      const reply = new Promise<CommandReply>((done) => {
        resolve = done;
      });
      const item: Pending = { envelope, patient, resolve, asking: false };
      pending.set(envelope.id, item);
      attempt(item);
      return { reply, cancel: () => forget(item) };
    },
    open: () => {
      opened = true;
      for (const item of pending.values()) attempt(item);
    },
    pause: () => {
      opened = false;
    },
    end: (reason) => {
      opened = false;
      for (const item of [...pending.values()]) if (!item.patient) settle(item, refuse(reason));
    },
  };
}
