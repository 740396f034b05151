import type { Purpose } from '@/features/new-credentials/purpose';
import type { Occasion } from '@/features/signed-in/SignedIn';
import type { Ticket } from '@/shared/api/functions';
import type { Authenticated, GeneratedAuthenticator, GeneratedPassword } from '@/shared/api/schema';

/**
 * What is on the page, with just the secrets that it needs: going elsewhere drops them. There is no
 * address for a screen, and so no history entry that leads back to one.
 */
export type Screen =
  | { readonly name: 'sign-in' }
  | { readonly name: 'create-account' }
  | { readonly name: 'confirm-identity'; readonly login: Authenticated }
  | {
      readonly name: 'begin-renewal';
      readonly reason: 'expired' | 'asked';
      readonly username: string;
      readonly ticket: Ticket;
    }
  | {
      readonly name: 'save-password';
      readonly purpose: Purpose;
      readonly credentials: GeneratedPassword;
    }
  | ({ readonly name: 'authenticator' } & Binding)
  | ({ readonly name: 'first-code' } & Binding)
  | { readonly name: 'signed-in'; readonly occasion: Occasion; readonly login: Authenticated };

interface Binding {
  readonly purpose: Purpose;
  readonly password: string;
  readonly authenticator: GeneratedAuthenticator;
}

export const START: Screen = { name: 'sign-in' };

/** Which of the four steps to new credentials a screen is; 0 for none of them. */
export function stepOf(screen: Screen): number {
  switch (screen.name) {
    case 'create-account':
      return 1;
    case 'save-password':
      return 2;
    case 'authenticator':
      return 3;
    case 'first-code':
      return 4;
    case 'sign-in':
    case 'confirm-identity':
    case 'begin-renewal':
    case 'signed-in':
      return 0;
  }
}
