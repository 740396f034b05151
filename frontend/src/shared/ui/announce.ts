import { createContext, useContext } from 'react';

/** Says something to those who do not see it change. Never a secret. '' takes it back. */
type Announce = (text: string) => void;

export const AnnounceContext = createContext<Announce>(() => undefined);

export const useAnnounce = (): Announce => useContext(AnnounceContext);
