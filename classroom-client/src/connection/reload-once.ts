const KEY = 'tongke.reloaded';

/** Loads the page anew when it is out of date; false when that was tried already and did not help. */
export function reloadOnce(): boolean {
  try {
    if (sessionStorage.getItem(KEY)) return false;
    sessionStorage.setItem(KEY, '1');
  } catch {
    return false;
  }
  location.reload();
  return true;
}

/** The page is up to date: the next time it is not, it may load itself anew again. */
export function reloadWorked(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // A page that may keep nothing has kept nothing.
  }
}
