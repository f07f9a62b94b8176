/**
 * @typedef {{ do: 'nothing' } | { do: 'install', packages: string[] } | { do: 'explain', message: string }} AptPlan
 */

/**
 * What to do about missing Debian packages: install them as root, or say exactly what is missing, in one line with all that is known to
 * be missing for later steps: nobody should install, wait, and be sent away again.
 * @param {{ missing: string[], later?: string[], root: boolean, apt: boolean }} machine
 * @returns {AptPlan}
 */
export function aptPlan({ missing, later = [], root, apt }) {
  const all = [...new Set([...missing, ...later])];
  if (root && apt) return missing.length === 0 ? { do: 'nothing' } : { do: 'install', packages: missing };
  if (all.length === 0) return { do: 'nothing' };
  const how = apt
    ? `Install them, then run this again:\n\n    sudo apt-get install --yes --no-install-recommends ${all.join(' ')}`
    : "Install them in this system's own way, then run this again.";
  return { do: 'explain', message: `This needs ${all.join(', ')}, which the machine lacks. ${how}` };
}
