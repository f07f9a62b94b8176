/**
 * The link that makes the first administrator, where a server that came back offers another one than before: that one is void now.
 * @param {import('./banner.mjs').Ready} before @param {import('./banner.mjs').Ready} after
 * @returns {{ label: string, url: string } | undefined}
 */
export function newSetupLink(before, after) {
  const [old, now] = [before, after].map(({ links = [] }) =>
    links.find(({ url }) => new URL(url).pathname === '/setup'),
  );
  return now && now.url !== old?.url ? now : undefined;
}
