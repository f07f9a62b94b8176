import type { EngineProducer } from './engine.ts';
import { VoiceNeed } from './voice-need.ts';

/** [VO5] How a classroom's voice arrives, by what this server itself counts. Times are ms of one monotonic clock. */
export class VoiceArrival {
  readonly #need = new VoiceNeed();
  #loses = false;
  #plain = true;
  #came = 0;

  /** Whether its uplink calls for the protected form. */
  get loses(): boolean {
    return this.#loses;
  }

  /** Whether anything of the plain form came between the last two looks. */
  get plain(): boolean {
    return this.#plain;
  }

  /** A look, while the voice is sent in one of its forms or in both. Rejects when the worker is gone. */
  async look(
    { plain, sheltered }: { readonly plain: EngineProducer; readonly sheltered: EngineProducer | null },
    now: number,
  ): Promise<void> {
    const { tried } = await plain.reported();
    this.#plain = tried !== this.#came;
    this.#came = tried;
    this.#loses = (await this.#need.look(this.#plain || !sheltered ? plain : sheltered, null, now)) === 'protected';
  }
}
