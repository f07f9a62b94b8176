import type { ComponentProps } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { later } from '../../ui/later.ts';
import { Working } from '../../ui/Working.tsx';
import type { SharedScreen } from './shared/SharedScreen.tsx';
import { TabletFrame } from './TabletFrame.tsx';

const sharedPart = later(() => import('./shared/shared-part.ts'));

/** A tablet that is handed round: its screen comes when it is allowed, for most tablets are not. */
export function SharedTablet(props: ComponentProps<typeof SharedScreen>) {
  const t = useT();
  const part = sharedPart.use();
  if (part) return <part.SharedScreen {...props} />;
  return (
    <TabletFrame link={props.link}>
      <Working sentence={t('common.connecting')} longer={t('common.connectingLong')} />
    </TabletFrame>
  );
}
