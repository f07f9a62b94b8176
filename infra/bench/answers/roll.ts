import type { HelloReply, LessonEvent, OpeningAnswer, Snapshot } from '@tongke/shared-types';

/** Which turns' events reached one tablet: as an event, or in a state that holds it already. */
export class Roll {
  readonly #seen = new Map<string, number>();
  /** Versions of the states it started from, with how many events it had seen of each by then. */
  #known: number;
  readonly #late: { readonly key: string; readonly known: number }[] = [];

  constructor(version: number) {
    this.#known = version;
  }

  /** What a hello or a change of role was answered with. */
  startFrom(message: OpeningAnswer | Snapshot): void {
    if (!('to' in message)) this.#known = message.version;
    else if (message.to === 'hello') this.#welcome(message.reply);
  }

  hear(events: readonly LessonEvent[]): void {
    for (const event of events) {
      if (event.type !== 'turn.given' && event.type !== 'turn.ended') continue;
      const key = `${event.type} ${event.turnId}`;
      this.#seen.set(key, (this.#seen.get(key) ?? 0) + 1);
      this.#late.push({ key, known: this.#known });
    }
  }

  /** Counts these events, each with the version of the log at which it stands. */
  count(events: readonly (readonly [string, number])[]): { readonly delivered: number; readonly twice: number } {
    const versions = new Map(events);
    const delivered = events.filter(([key, version]) => this.#seen.has(key) || version <= this.#known).length;
    const again = this.#late.filter(({ key, known }) => (versions.get(key) ?? Number.POSITIVE_INFINITY) <= known);
    const more = [...this.#seen.values()].reduce((sum, times) => sum + times - 1, 0);
    return { delivered, twice: more + again.length };
  }

  #welcome(reply: HelloReply): void {
    if (!reply.ok) return;
    if (reply.joined.kind === 'snapshot') this.#known = reply.joined.snapshot.version;
    if (reply.joined.kind === 'events') this.hear(reply.joined.batch.events);
  }
}
