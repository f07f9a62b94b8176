import { soundsByItself } from '../../ui/sounds.ts';

/**
 * True where nobody needs to tap: the browser plays sound without, and camera and microphone are allowed beforehand as
 * far as it tells. A board that was set up as a kiosk is in its lesson as soon as it is switched on.
 */
export async function startsByItself(devices: readonly ('camera' | 'microphone')[]): Promise<boolean> {
  if (!(await soundsByItself())) return false;
  const allowed = await Promise.all(devices.map(isAllowed));
  return allowed.every((yes) => yes);
}

async function isAllowed(name: 'camera' | 'microphone'): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: name as PermissionName });
    return state === 'granted';
  } catch {
    // This browser does not tell; what plays sound by itself was set up for it.
    return true;
  }
}
