import { availableParallelism } from 'node:os';
import { createWorker, type types } from 'mediasoup';
import { Rehearsal } from '../join/rehearsal.ts';
import { type BareWorker, bareLesson, bareWorker } from '../rtp/bare-lesson.ts';
import type { ForwardedLesson } from '../rtp/forwarded-lesson.ts';
import { ProductLesson } from '../rtp/product-lesson.ts';

/** Whatever forwards the pictures of lessons: the whole product, or workers alone. */
export interface Forwarder {
  readonly openLesson: () => Promise<ForwardedLesson>;
  readonly close: () => Promise<void>;
}

export interface ForwarderOptions {
  /** The worker's program. */
  readonly worker: string;
  /** SHA-256 of the certificate of all far ends. */
  readonly fingerprint: string;
  readonly boardsPerLesson: number;
  readonly tlsDir: string;
}

/** Signaling, sfu-server and workers as they ship: one worker for each core, and each lesson on the one with the fewest. */
export async function openProduct({
  worker,
  fingerprint,
  boardsPerLesson,
  tlsDir,
}: ForwarderOptions): Promise<Forwarder> {
  // Tests have one worker, unless told.
  const cores = String(availableParallelism());
  const rehearsal = await Rehearsal.open({ MEDIASOUP_WORKER_BIN: worker, TONGKE_WORKERS: cores }, tlsDir);
  const lessons: ForwardedLesson[] = [];
  return {
    openLesson: async () => {
      const lesson = await ProductLesson.open(rehearsal, boardsPerLesson, fingerprint);
      lessons.push(lesson);
      return lesson;
    },
    close: async () => {
      for (const lesson of lessons) lesson.close();
      await rehearsal.school.close();
    },
  };
}

/** The same program alone, as many times; lessons are spread as the product spreads them. */
export async function openBare({
  worker,
  fingerprint,
}: Pick<ForwarderOptions, 'worker' | 'fingerprint'>): Promise<Forwarder> {
  const processes: types.Worker[] = [];
  const close = async () => {
    for (const one of processes) one.close();
  };
  try {
    const workers: BareWorker[] = [];
    for (let core = 0; core < availableParallelism(); core += 1) {
      const one = await createWorker({ workerBin: worker, logLevel: 'error' });
      processes.push(one);
      workers.push(await bareWorker(one));
    }
    let lessons = 0;
    return {
      openLesson: () => {
        const next = workers[lessons % workers.length];
        if (!next) throw new Error('there is no worker');
        lessons += 1;
        return bareLesson(next, fingerprint);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
