import { ChooseUsername } from '@/features/create-account/ChooseUsername';
import { FirstCode } from '@/features/new-credentials/FirstCode';
import { SavePassword } from '@/features/new-credentials/SavePassword';
import { SetUpAuthenticator } from '@/features/new-credentials/SetUpAuthenticator';
import { StartRenewal } from '@/features/renew/StartRenewal';
import { ConfirmIdentity } from '@/features/renew/ConfirmIdentity';
import { SignIn } from '@/features/sign-in/SignIn';
import { SignedIn } from '@/features/signed-in/SignedIn';
import type { SignUp } from '@/shared/api/settings';
import { START, type Screen } from './screen';

interface CurrentScreenProps {
  readonly screen: Screen;
  readonly go: (screen: Screen) => void;
  readonly signUp: SignUp;
}

/** The navigation map: every screen, and where it leads. */
export function CurrentScreen({ screen, go, signUp }: CurrentScreenProps) {
  const toStart = () => go(START);

  switch (screen.name) {
    case 'sign-in':
      return (
        <SignIn
          onSignedIn={(login) => go({ name: 'signed-in', occasion: 'login', login })}
          onExpired={(username, ticket) =>
            go({ name: 'start-renewal', reason: 'expired', username, ticket })
          }
          onCreateAccount={signUp === 'open' ? () => go({ name: 'create-account' }) : null}
        />
      );
    case 'create-account':
      return (
        <ChooseUsername
          onGenerated={(credentials) =>
            go({ name: 'save-password', purpose: 'signUp', credentials })
          }
          onCancel={toStart}
        />
      );
    case 'confirm-identity': {
      const { username } = screen.login;
      return (
        <ConfirmIdentity
          username={username}
          onConfirmed={(ticket) =>
            go({ name: 'start-renewal', reason: 'requested', username, ticket })
          }
          onExpired={(ticket) => go({ name: 'start-renewal', reason: 'expired', username, ticket })}
          onCancel={() => go({ name: 'signed-in', occasion: 'login', login: screen.login })}
        />
      );
    }
    case 'start-renewal':
      return (
        <StartRenewal
          reason={screen.reason}
          username={screen.username}
          ticket={screen.ticket}
          onGenerated={(credentials) =>
            go({ name: 'save-password', purpose: 'renewal', credentials })
          }
          onCancel={toStart}
        />
      );
    case 'save-password': {
      const { purpose, credentials } = screen;
      const { password } = credentials;
      return (
        <SavePassword
          purpose={purpose}
          credentials={credentials}
          onSaved={(authenticator) =>
            go({ name: 'authenticator', purpose, password, authenticator })
          }
          onStop={toStart}
        />
      );
    }
    case 'authenticator':
      return (
        <SetUpAuthenticator
          purpose={screen.purpose}
          authenticator={screen.authenticator}
          onAdded={() => go({ ...screen, name: 'first-code' })}
          onStop={toStart}
        />
      );
    case 'first-code':
      return (
        <FirstCode
          purpose={screen.purpose}
          username={screen.authenticator.username}
          password={screen.password}
          onActivated={(login) => go({ name: 'signed-in', occasion: screen.purpose, login })}
          onShowKey={() => go({ ...screen, name: 'authenticator' })}
          onStop={toStart}
        />
      );
    case 'signed-in':
      return (
        <SignedIn
          occasion={screen.occasion}
          login={screen.login}
          onRenew={() => go({ name: 'confirm-identity', login: screen.login })}
          onSignOut={toStart}
        />
      );
  }
}
