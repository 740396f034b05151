import type { ProblemCode } from '@/shared/api/problem';
import type { Step } from '@/shared/steps';

/** English is the source: a text that French lacks, or has in addition, does not compile. */
export const en = {
  service: 'Credentials',
  otherLanguage: 'Français',
  languageChanged: 'The page is now in English.',
  working: 'One moment…',
  steps: {
    label: 'Steps',
    names: {
      username: 'Username',
      password: 'Password',
      authenticator: 'Authenticator app',
      firstCode: 'First code',
    } satisfies Record<Step, string>,
    position: (step: number, of: number) => `Step ${step} of ${of}`,
  },
  fields: {
    username: 'Username',
    usernameHint: '3 to 64 characters: unaccented letters, digits, dots, hyphens and underscores.',
    usernameInvalid:
      'Enter 3 to 64 characters: unaccented letters, digits, dots, hyphens and underscores.',
    usernameMissing: 'Enter your username.',
    password: 'Password',
    passwordMissing: 'Enter your password.',
    passwordTooLong: 'This password is too long: the maximum is 128 characters.',
    code: 'Code from your authenticator app',
    codeHint: 'Six digits. A new code appears every 30 seconds.',
    codeHintRenewal:
      'Six digits. Each code works only once: if you have just used one, wait for the next.',
    codeInvalid: 'Enter the six digits currently shown in your app.',
    show: 'Show',
    hide: 'Hide',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
  },
  copy: {
    action: 'Copy',
    done: 'Copied',
    password: 'Copy password',
    passwordDone: 'Password copied.',
    key: 'Copy key',
    keyDone: 'Key copied.',
    failed: 'Copying is not possible here. Show the text, then select it and copy it yourself.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Use the password that was generated for you and a code from your authenticator app.',
    action: 'Sign in',
    noAccount: 'No account yet?',
    create: 'Create an account',
  },
  createAccount: {
    title: 'Choose a username',
    lead: 'This is the only thing you choose. Your password is generated for you, and an app on your phone generates the codes.',
    needs: 'What you need',
    need: [
      'a safe place for your password: a password manager, or a note kept under lock and key',
      'an authenticator app, on your phone or on this device',
      'about three minutes',
    ],
    action: 'Generate my password',
    cancel: 'Back to sign-in',
  },
  savePassword: {
    title: 'Save your password',
    lead: 'This is the only time it is shown. Nobody, including us, can retrieve it later.',
    slip: 'Shown only once',
    qrCode:
      'QR code of your password, for saving it on a phone. It contains the same password as the field above.',
    qrCaption: 'The same password, for a phone camera',
    signUpUntil: (time: string) => `Finish by ${time}: your username is reserved until then.`,
    renewalUntil: (time: string) =>
      `Your current password and codes keep working until you finish. Finish by ${time}.`,
    action: 'I have saved it',
    noLongerPending: 'These new credentials are no longer valid. Please start again.',
  },
  authenticator: {
    title: 'Add the account to your app',
    lead: 'Your authenticator app will then show a new six-digit code every 30 seconds.',
    slip: 'Shown only during setup',
    scan: 'Scan this with your app',
    qrCode: 'QR code for your authenticator app. The same key is shown below as text.',
    open: 'Open in my authenticator app',
    openHint: 'If the app is on this device.',
    type: 'Or enter the key manually',
    typeHint: 'Choose “time-based” if the app asks. Case and spaces do not matter.',
    key: 'Key',
    account: 'Account',
    renewal: 'This is a new entry. Keep the old one in your app until you finish.',
    action: 'I have added it',
  },
  firstCode: {
    title: 'Enter your first code',
    signUp: 'It confirms that the app works and activates your account.',
    renewal: 'It confirms that the app works. From then on, only your new credentials are valid.',
    entry: 'Use the code from the new entry in your app.',
    action: { signUp: 'Activate my account', renewal: 'Activate my new credentials' },
    showAgain: 'Show the key again',
    wrongCode:
      'This code is incorrect or has already been used. Wait for the next one and enter it. If that fails too, check that your phone sets its time automatically. If it still fails, stop and start again.',
  },
  stop: {
    signUp: 'Stop and go back to sign-in',
    renewal: 'Not now: keep my current credentials',
  },
  signedIn: {
    title: (username: string) => `Welcome, ${username}`,
    lead: 'Your password and code are correct.',
    accountReady: 'Your account is ready',
    accountReadyLead: 'From now on, sign in with your username, this password and a code.',
    renewed: 'Your new credentials are active',
    renewedLead:
      'The old ones no longer work: delete the old password and the old entry in your authenticator app.',
    username: 'Username',
    previousLogin: 'Previous sign-in',
    firstLogin: 'None: this is your first.',
    expiry: 'Credentials expire',
    noExpiry: 'Never',
    expiresSoon: (when: string) => `Your credentials expire ${when}. You can renew them now.`,
    notYou:
      'If that sign-in was not you, someone else knows your credentials: renew them immediately.',
    renew: 'Renew my credentials',
    signOut: 'Sign out',
  },
  confirmIdentity: {
    title: 'Confirm your identity',
    lead: 'You will get a new password and a new key for your app. Your current password and codes keep working until you finish.',
    action: 'Continue',
    cancel: 'Not now',
  },
  startRenewal: {
    expired: {
      title: 'Your credentials have expired',
      lead: 'Your password and code are correct, but they have expired. You will now get a new password and a new key for your authenticator app. Until you finish, you can return here by signing in with your current ones.',
      until: (time: string) => `Start by ${time}. After that, sign in again to return here.`,
    },
    requested: {
      title: 'Identity confirmed',
      lead: 'You will now get a new password, then a new key for your authenticator app.',
      until: (time: string) => `Start by ${time}. After that, confirm your identity again.`,
    },
    action: 'Get my new password',
    cancel: 'Go back to sign-in',
  },
  wait: {
    remaining: (time: string) => `You can try again in ${time}.`,
    over: 'You can try again now.',
    action: 'Try again',
  },
  problems: {
    invalid_request: {
      title: 'Your request was not accepted',
      text: 'Check what you entered and try again.',
    },
    invalid_ticket: {
      title: 'Your renewal has timed out',
      text: 'A renewal must be started within ten minutes. Sign in again to start over.',
    },
    invalid_credentials: {
      title: 'These details are incorrect',
      text: 'The username, password or code is incorrect. A code works only once: if you have already used this one, wait for the next.',
    },
    credentials_expired: {
      title: 'Your credentials have expired',
      text: 'Sign in again to get new ones.',
    },
    method_not_allowed: {
      title: 'This page is out of date',
      text: 'Reload it, then try again.',
    },
    username_taken: {
      title: 'This username is taken',
      text: 'Choose another. If you started signing up with this username yourself and did not finish, it becomes available again after 15 minutes.',
    },
    too_large: {
      title: 'Your request was too long',
      text: 'Check what you entered and try again.',
    },
    unsupported_media_type: {
      title: 'This page is out of date',
      text: 'Reload it, then try again.',
    },
    sign_up_closed: {
      title: 'No new accounts can be created here',
      text: 'Ask your administrator for an account.',
    },
    too_many_sign_ups: {
      title: 'Too many accounts are being created',
      text: 'What you entered has been kept.',
    },
    too_many_attempts: {
      title: 'Too many incorrect codes',
      text: 'To protect the account, no codes are accepted for a while.',
    },
    too_many_requests: {
      title: 'Too many requests come from your network',
      text: 'What you entered has been kept.',
    },
    internal_error: {
      title: 'Something went wrong on our side',
      text: 'What you entered has been kept. Try again; if the problem persists, contact your administrator.',
    },
    unavailable: {
      title: 'The service is temporarily unavailable',
      text: 'What you entered has been kept. If your code is then rejected, wait for the next one.',
    },
    gateway_busy: {
      title: 'The service is very busy',
      text: 'What you entered has been kept.',
    },
    gateway_failed: {
      title: 'Something went wrong on our side',
      text: 'What you entered has been kept. Try again; if the problem persists, contact your administrator.',
    },
    gateway_unavailable: {
      title: 'The service cannot be reached right now',
      text: 'What you entered has been kept. Try again shortly.',
    },
    no_response: {
      title: 'No response received',
      text: 'What you entered has been kept. Check your connection and try again. If your code is then rejected, wait for the next one.',
    },
    unexpected_response: {
      title: 'Unexpected response',
      text: 'What you entered has been kept. Something between you and the service may have responded in its place. Try again.',
    },
  } satisfies Record<ProblemCode, { title: string; text: string }>,
} as const;

type Shape<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Shape<T[Key]>;
};

export type Messages = Shape<typeof en>;
