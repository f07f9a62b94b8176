import type { answer } from './words/answer.ts';
import type { assistant } from './words/assistant.ts';
import type { board } from './words/board.ts';
import type { branch } from './words/branch.ts';
import type { cheer } from './words/cheer.ts';
import type { clock } from './words/clock.ts';
import type { common } from './words/common.ts';
import type { draw } from './words/draw.ts';
import type { hands } from './words/hands.ts';
import type { home } from './words/home.ts';
import type { ink } from './words/ink.ts';
import type { leading } from './words/leading.ts';
import type { link } from './words/link.ts';
import type { pack } from './words/pack.ts';
import type { pupil } from './words/pupil.ts';
import type { questions } from './words/questions.ts';
import type { refusalStaff } from './words/refusal-staff.ts';
import type { result } from './words/result.ts';
import type { rooms } from './words/rooms.ts';
import type { scenes } from './words/scenes.ts';
import type { screen } from './words/screen.ts';
import type { second } from './words/second.ts';
import type { selfTest } from './words/self-test.ts';
import type { slides } from './words/slides.ts';
import type { staff } from './words/staff.ts';
import type { teach } from './words/teach.ts';
import type { testDevice } from './words/test-device.ts';
import type { works } from './words/works.ts';

/** The whole catalogue, as types only: each page brings the sections that it shows. */
interface Catalogue {
  readonly common: typeof common;
  readonly refusal: typeof refusalStaff;
  readonly questions: typeof questions;
  readonly home: typeof home;
  readonly pack: typeof pack;
  readonly pupil: typeof pupil;
  readonly scenes: typeof scenes;
  readonly result: typeof result;
  readonly answer: typeof answer;
  readonly assistant: typeof assistant;
  readonly hands: typeof hands;
  readonly board: typeof board;
  readonly slides: typeof slides;
  readonly teach: typeof teach;
  readonly draw: typeof draw;
  readonly leading: typeof leading;
  readonly link: typeof link;
  readonly screen: typeof screen;
  readonly clock: typeof clock;
  readonly branch: typeof branch;
  readonly cheer: typeof cheer;
  readonly second: typeof second;
  readonly selfTest: typeof selfTest;
  readonly staff: typeof staff;
  readonly rooms: typeof rooms;
  readonly testDevice: typeof testDevice;
  readonly works: typeof works;
  readonly ink: typeof ink;
}

export type Section = keyof Catalogue;

/** Every word there is: `pupil.wait`, `refusal.code/wrong`. */
export type WordKey = { [S in Section]: `${S}.${keyof Catalogue[S] & string}` }[Section];

type ChineseOf<K extends WordKey> = K extends `${infer S extends Section}.${infer W}`
  ? Catalogue[S] extends Record<W, { readonly zh: infer Z }>
    ? Z
    : never
  : never;

type ParameterOf<Text> = Text extends `${string}{{${infer P}}}${infer Rest}` ? P | ParameterOf<Rest> : never;

/** The parameters that a word wants after its key: none, or an object with each of them. */
export type Parameters<K extends WordKey> = [ParameterOf<ChineseOf<K>>] extends [never]
  ? []
  : [Readonly<Record<ParameterOf<ChineseOf<K>>, string | number>>];
