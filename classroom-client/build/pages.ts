/** Every page of the product: an HTML file and an entry each, so that a tablet downloads only what a tablet needs. */
export const PAGES = ['index', 'teach', 'board', 's', 'assist', 'admin', 'setup', 'invite', 'pair'] as const;

/** The file that serves a path of the address bar, or null when the path is no page: `/s/abc` is `s.html`. */
export function pageOf(path: string): string | null {
  const first = path.split(/[/?#]/)[1] ?? '';
  if (first === '') return 'index.html';
  return PAGES.some((page) => page === first && page !== 'index') ? `${first}.html` : null;
}
