import type { LessonPack, PackPicture } from '@tongke/shared-types';

/**
 * [PK4] Every picture of a pack once, in the order in which a cut would make them missed: the pages from `page` on, those before it, the
 * questions' pictures, then the small pages.
 */
export function picturesOf({ pages, pictures }: LessonPack, page: number): readonly PackPicture[] {
  const fromHere = [...pages.slice(page - 1), ...pages.slice(0, page - 1)];
  const all = [...fromHere.map(({ large }) => large), ...pictures, ...fromHere.map(({ small }) => small)];
  return [...new Map(all.flatMap((picture) => (picture ? [[picture.hash, picture] as const] : []))).values()];
}
