/** Every page of the product: an HTML file and an entry each, so that a tablet downloads only what a tablet needs. */
export const PAGES = [
  'index',
  'teach',
  'board',
  'screen',
  's',
  'assist',
  'admin',
  'setup',
  'pair',
  'test-device',
] as const;

/** Invitations and sign-in links open the same page as the first start: all three are a one-time token and one tap. */
const SAME_AS: Readonly<Record<string, string>> = { invite: 'setup', 'sign-in': 'setup' };

/** The file that serves a path of the address bar, or null when the path is no page: `/s/abc` is `s.html`. */
export function pageOf(path: string): string | null {
  const first = path.split(/[/?#]/)[1] ?? '';
  if (first === '') return 'index.html';
  const name = SAME_AS[first] ?? first;
  return PAGES.some((page) => page === name && page !== 'index') ? `${name}.html` : null;
}
