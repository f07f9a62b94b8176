import { keepShell } from '../connection/keep-shell.ts';
import { openSocket } from '../connection/socket.ts';
import { shelf } from '../connection/storage.ts';
import { openTablet } from '../connection/tablet.ts';
import { t } from '../i18n/i18n.ts';
import { common } from '../i18n/words/common.ts';
import { pupil } from '../i18n/words/pupil.ts';
import { fetchBranchParts } from '../screens/pupil/fetch-branch-parts.ts';
import { TabletApp } from '../screens/pupil/TabletApp.tsx';
import { mount } from '../ui/mount.tsx';

/** `/s/TICKET` from the QR; `/s` alone asks for the code. */
const ticket = /^\/s\/([^/]+)/.exec(location.pathname)?.[1] ?? null;
const tablet = openTablet(ticket, shelf, openSocket, fetchBranchParts);

mount({ common, pupil }, () => <TabletApp tablet={tablet} />, { title: () => t('pupil.title') });
keepShell();
