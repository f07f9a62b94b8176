/**
 * Where a browser for the tests comes from on a machine that has none that runs. Debian's package where it may be installed; else the
 * build that the npm registry carries, for Ubuntu's own package is only a pointer to snap, and a user who is not root can install none.
 * @param {{ chromiumBin?: string, root: boolean, apt: boolean, ubuntu: boolean, platform: string }} machine  platform as "linux-x64"
 * @returns {{ from: 'debian' } | { from: 'npm' } | { from: 'nowhere', message: string }}
 */
export function browserPlan({ chromiumBin, root, apt, ubuntu, platform }) {
  if (chromiumBin)
    return {
      from: 'nowhere',
      message: `CHROMIUM_BIN is ${chromiumBin}, but that program does not run. Mend or unset it.`,
    };
  if (root && apt && !ubuntu) return { from: 'debian' };
  if (platform === 'linux-x64') return { from: 'npm' };
  return {
    from: 'nowhere',
    message: `The browser tests need Chromium or Google Chrome. Install either, or set CHROMIUM_BIN to its program.${
      apt && !ubuntu ? '\n\n    sudo apt-get install chromium-headless-shell' : ''
    }`,
  };
}
