import { createContext } from 'react';

/** [SS3] Whether nothing that can be tapped stands on this screen now: notices are their sentence alone. */
export const BareScreen = createContext(false);
