import { createContext, useContext } from 'react';

/** The steps to new credentials, in order. Nothing else knows a step's number. */
export const STEPS = ['username', 'password', 'authenticator', 'firstCode'] as const;

export type Step = (typeof STEPS)[number];

/** Starts at 1, as people count. */
export const numberOf = (step: Step): number => STEPS.indexOf(step) + 1;

/** The step of the current screen; null if it has none. */
export const CurrentStep = createContext<Step | null>(null);

export const useCurrentStep = (): Step | null => useContext(CurrentStep);
