import type { Page, Request } from 'playwright-core';

export interface PictureFetches {
  /** How many pictures came so far, and their bytes with HTTP's heads, as the browser counts them. */
  fetched(): Promise<{ readonly count: number; readonly bytes: number }>;
}

/** Follows the pictures that a page fetches from now on. */
export function watchPictures(page: Page): PictureFetches {
  const done: Request[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().includes('/api/blobs/')) done.push(request);
  });
  return {
    async fetched() {
      const sizes = await Promise.all(done.map((request) => request.sizes()));
      const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
      return { count: sizes.length, bytes };
    },
  };
}
