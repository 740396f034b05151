import type { Purpose } from '@/features/new-credentials/purpose';
import type { Occasion } from '@/features/signed-in/SignedIn';
import type { Ticket } from '@/shared/api/result';
import type { Authenticated, GeneratedAuthenticator, GeneratedPassword } from '@/shared/api/schema';
import type { Step } from '@/shared/steps';

/**
 * The screen being shown, with only the secrets that it needs: moving on drops them. Screens have no
 * URL, so no history entry leads back to one.
 */
export type Screen =
  | { readonly name: 'sign-in' }
  | { readonly name: 'create-account' }
  | { readonly name: 'confirm-identity'; readonly login: Authenticated }
  | {
      readonly name: 'start-renewal';
      readonly reason: 'expired' | 'requested';
      readonly username: string;
      readonly ticket: Ticket;
    }
  | {
      readonly name: 'save-password';
      readonly purpose: Purpose;
      readonly credentials: GeneratedPassword;
    }
  | ({ readonly name: 'authenticator' } & Enrollment)
  | ({ readonly name: 'first-code' } & Enrollment)
  | { readonly name: 'signed-in'; readonly occasion: Occasion; readonly login: Authenticated };

interface Enrollment {
  readonly purpose: Purpose;
  readonly password: string;
  readonly authenticator: GeneratedAuthenticator;
}

export const START: Screen = { name: 'sign-in' };

export function stepOf(screen: Screen): Step | null {
  switch (screen.name) {
    case 'create-account':
      return 'username';
    case 'save-password':
      return 'password';
    case 'authenticator':
      return 'authenticator';
    case 'first-code':
      return 'firstCode';
    case 'sign-in':
    case 'confirm-identity':
    case 'start-renewal':
    case 'signed-in':
      return null;
  }
}
