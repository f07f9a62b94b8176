/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * True where everything that the lockfile asks for is what npm last noted in node_modules. Optional packages may be missing, for
 * they belong to other machines.
 * @param {Lock} wanted  package-lock.json
 * @param {Lock} present  node_modules/.package-lock.json
 */
export function packagesMatch(wanted, present) {
  return Object.entries(wanted.packages ?? {})
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .every(([path, entry]) => {
      const found = present.packages?.[path];
      return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional);
    });
}
