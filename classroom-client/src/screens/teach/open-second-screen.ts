/** A screen of the computer, as Window Management tells of it. */
interface OneScreen {
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
}

/** Chromium's Window Management API, where it exists and the teacher allows it. */
export interface Opens {
  readonly open: Window['open'];
  readonly getScreenDetails?: () => Promise<{
    readonly currentScreen: OneScreen;
    readonly screens: readonly OneScreen[];
  }>;
}

/** [SS2] Opens the window for the own class, on the other screen where the browser can tell which; false where it was blocked. */
export async function openSecondScreen(page: Opens = window): Promise<boolean> {
  const other = await otherScreen(page);
  const place = other
    ? `left=${other.availLeft},top=${other.availTop},width=${other.availWidth},height=${other.availHeight}`
    : 'width=1280,height=720';
  return page.open('/screen', 'tongke-screen', `popup,${place}`) !== null;
}

async function otherScreen({ getScreenDetails }: Opens): Promise<OneScreen | null> {
  if (!getScreenDetails) return null;
  try {
    const { currentScreen, screens } = await getScreenDetails.call(window);
    return screens.find((one) => one !== currentScreen) ?? null;
  } catch {
    // Not allowed: the teacher drags the window.
    return null;
  }
}
