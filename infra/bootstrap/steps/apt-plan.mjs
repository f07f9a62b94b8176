/**
 * @typedef {{ do: 'nothing' } | { do: 'install', packages: string[] } | { do: 'explain', message: string }} AptPlan
 */

/**
 * What to do about missing Debian packages: install them as root, or say exactly what is missing.
 * @param {{ missing: string[], root: boolean, apt: boolean }} machine
 * @returns {AptPlan}
 */
export function aptPlan({ missing, root, apt }) {
  if (missing.length === 0) return { do: 'nothing' };
  if (root && apt) return { do: 'install', packages: missing };
  const how = apt
    ? `Install them, then run this again:\n\n    sudo apt-get install ${missing.join(' ')}`
    : "Install them in this system's own way, then run this again.";
  return { do: 'explain', message: `The tests need ${missing.join(', ')}, which this machine lacks. ${how}` };
}
