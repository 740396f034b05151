/** Why someone gets new credentials: they have none yet, or are replacing theirs. */
export type Purpose = 'signUp' | 'renewal';
