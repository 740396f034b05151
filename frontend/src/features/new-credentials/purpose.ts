/** Why somebody gets new credentials: they have none yet, or theirs end. */
export type Purpose = 'signUp' | 'renewal';
