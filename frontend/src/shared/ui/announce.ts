import { createContext, useContext } from 'react';

/** Announces a change to people who cannot see it. Never a secret. An empty text withdraws it. */
type Announce = (text: string) => void;

export const AnnounceContext = createContext<Announce>(() => undefined);

export const useAnnounce = (): Announce => useContext(AnnounceContext);
