/**
 * @typedef {{ do: 'nothing' } | { do: 'install', packages: string[] } | { do: 'explain', message: string }} AptPlan
 */

const BROWSER_ON_UBUNTU = `Ubuntu's own chromium package is only a pointer to snap. Any of these will do:
    Google Chrome:   https://www.google.com/chrome/ (the .deb; then google-chrome is found)
    Playwright's:    npx playwright-core install --with-deps chromium (then set CHROMIUM_BIN to the path it prints)
    any other:       set CHROMIUM_BIN to a Chromium or Chrome program that runs`;

/**
 * What to do about missing Debian packages: install them as root, or say exactly what is missing.
 * @param {{ missing: string[], root: boolean, apt: boolean, ubuntu: boolean, chromiumBin?: string }} machine
 * @returns {AptPlan}
 */
export function aptPlan({ missing, root, apt, ubuntu, chromiumBin }) {
  if (missing.length === 0) return { do: 'nothing' };
  if (chromiumBin && missing.includes('chromium')) {
    return { do: 'explain', message: `CHROMIUM_BIN is ${chromiumBin}, but that program does not run.` };
  }
  if (!apt) {
    return {
      do: 'explain',
      message: `The tests need ${missing.join(', ')}. Install them in this system's own way, then run this again.`,
    };
  }
  const packages = missing.filter((name) => !(ubuntu && name === 'chromium'));
  const browser = packages.length < missing.length;
  if (root && !browser) return { do: 'install', packages };
  const command =
    packages.length > 0 ? [`Install them, then run this again:\n\n    sudo apt-get install ${packages.join(' ')}`] : [];
  return {
    do: 'explain',
    message: [`The tests need ${missing.join(', ')}.`, ...command, ...(browser ? [BROWSER_ON_UBUNTU] : [])].join(
      '\n\n',
    ),
  };
}
