import type { Me } from '@tongke/shared-types';

/** What every panel of the administration stands on. */
export interface PanelProps {
  readonly me: Me;
  /** The school's name or the like has changed. */
  readonly onMeChanged: () => Promise<void>;
}
