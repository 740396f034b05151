import type { ProblemCode } from '@/shared/api/problem';

/** English is the source: what French lacks, or has too much, does not compile. */
export const en = {
  service: 'Credentials',
  otherLanguage: 'Français',
  languageChanged: 'The page is now in English.',
  working: 'One moment…',
  copied: 'Copied',
  steps: {
    label: 'Steps',
    names: ['Username', 'Password', 'Authenticator app', 'First code'],
    position: (step: number, of: number) => `Step ${step} of ${of}`,
  },
  fields: {
    username: 'Username',
    usernameHint:
      '3 to 64 characters: letters without accents, digits, dots, hyphens, underscores.',
    usernameInvalid:
      'Enter 3 to 64 characters: letters without accents, digits, dots, hyphens, underscores.',
    usernameMissing: 'Enter your username.',
    password: 'Password',
    passwordMissing: 'Enter your password.',
    passwordTooLong: 'This is too long: a password has at most 128 characters.',
    code: 'Code from your authenticator app',
    codeHint: 'Six digits. A new code appears every 30 seconds.',
    codeHintRenewal: 'Six digits. A code works once: if you have just used one, wait for the next.',
    codeInvalid: 'Enter the six digits that your app shows now.',
    show: 'Show',
    hide: 'Hide',
    showPassword: 'Show the password',
    hidePassword: 'Hide the password',
  },
  copy: {
    action: 'Copy',
    password: 'Copy the password',
    passwordDone: 'The password is copied.',
    key: 'Copy the key',
    keyDone: 'The key is copied.',
    failed: 'Copying is not possible here. Show the text, select it and copy it yourself.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'With the password that was generated for you and a code from your phone.',
    action: 'Sign in',
    noAccount: 'No account yet?',
    create: 'Create an account',
  },
  createAccount: {
    title: 'Choose a username',
    lead: 'This is the only thing you choose. The password is generated for you, and an app on your phone makes the codes.',
    needs: 'Have ready',
    need: [
      'a safe place for a password: a password manager, or paper that you lock away',
      'an authenticator app, on your phone or on this device',
      'about three minutes',
    ],
    action: 'Generate my password',
    cancel: 'Back to sign-in',
  },
  savePassword: {
    title: 'Save your password',
    lead: 'It is shown this once. Afterwards nobody can read it, not even us.',
    slip: 'Shown only once',
    qrCode:
      'QR code of your password, to save it on a phone. It holds the same password as the field above.',
    qrCaption: 'The same password, for a phone’s camera',
    signUpUntil: (time: string) => `Finish by ${time}: until then the username is kept for you.`,
    renewalUntil: (time: string) =>
      `Your present password and codes stay good until you have finished. Finish by ${time}.`,
    action: 'I have saved it',
    wrongPassword: 'These new credentials are no longer waiting for you. Please start again.',
  },
  authenticator: {
    title: 'Add the account to your app',
    lead: 'Your authenticator app will then show a new six-digit code every 30 seconds.',
    slip: 'Shown only now',
    scan: 'Scan this with the app',
    qrCode: 'QR code for your authenticator app. The same key stands below as text.',
    open: 'Open in my authenticator app',
    openHint: 'If the app is on this device.',
    type: 'Or type the key',
    typeHint: 'Choose “time-based” if the app asks. Case and spaces do not matter.',
    key: 'Key',
    account: 'Account',
    renewal: 'This is a new entry. Keep the old one in your app until you have finished.',
    action: 'I have added it',
  },
  firstCode: {
    title: 'Enter your first code',
    signUp: 'It proves that the app works, and makes your account active.',
    renewal: 'It proves that the app works. From then on only your new credentials count.',
    entry: 'Take the code of the new entry in your app.',
    action: { signUp: 'Activate my account', renewal: 'Activate my new credentials' },
    showAgain: 'Show the key again',
    wrongCode:
      'This code is not right, or was used already. Wait for the next one and enter it. If that fails too, check that your phone sets its time by itself. If it still fails, stop and start again.',
  },
  stop: { signUp: 'Stop and go back to sign-in', renewal: 'Not now: keep my present credentials' },
  signedIn: {
    title: (username: string) => `Welcome, ${username}`,
    lead: 'Your password and your code are right.',
    accountReady: 'Your account is ready',
    accountReadyLead: 'From now on you sign in with your username, this password and a code.',
    renewed: 'Your new credentials are active',
    renewedLead:
      'The old ones no longer work: delete the old password, and the old entry in your authenticator app.',
    username: 'Username',
    previousLogin: 'Previous sign-in',
    firstLogin: 'None: this is the first.',
    expiry: 'Credentials end',
    noExpiry: 'They have no end date.',
    endsSoon: (days: string) => `Your credentials end ${days}. You can renew them now.`,
    notYou: 'Was that sign-in not you? Then somebody knows your credentials: renew them now.',
    renew: 'Renew my credentials',
    signOut: 'Sign out',
  },
  expired: {
    title: 'Your credentials have expired',
    lead: 'Your password and code are right, but their time is over. You now get a new password and a new key for your authenticator app. Until you have finished, the present ones still bring you back here.',
    until: (time: string) => `Begin by ${time}. After that, sign in again to come back here.`,
    action: 'Get my new password',
  },
  renew: {
    title: 'Confirm that it is you',
    lead: 'You get a new password and a new key for your app. Until you have finished, the present ones stay good.',
    action: 'Continue',
    cancel: 'Not now',
    confirmed: 'It is you',
    confirmedLead: 'You now get a new password, then a new key for your authenticator app.',
    until: (time: string) => `Begin by ${time}. After that, confirm once more.`,
    again: 'Go back to sign-in',
  },
  wait: {
    remaining: (time: string) => `You can try again in ${time}.`,
    over: 'You can try again now.',
    action: 'Try again',
  },
  problems: {
    invalid_request: {
      title: 'This was not accepted',
      text: 'Check what you entered and send it again.',
    },
    invalid_ticket: {
      title: 'The time to renew is over',
      text: 'The permission to renew lasts ten minutes. Sign in again to get another.',
    },
    invalid_credentials: {
      title: 'That did not match',
      text: 'The username, the password or the code is not right. A code works once: if you have used this one, wait for the next.',
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
      text: 'Choose another. If you began with this name yourself and did not finish, it is free again after 15 minutes.',
    },
    too_large: {
      title: 'That was too long',
      text: 'Check what you entered and send it again.',
    },
    unsupported_media_type: {
      title: 'This page is out of date',
      text: 'Reload it, then try again.',
    },
    too_many_sign_ups: {
      title: 'Many accounts are being created',
      text: 'What you typed is kept.',
    },
    too_many_attempts: {
      title: 'Too many wrong codes',
      text: 'To protect the account, codes are not looked at for a while.',
    },
    internal_error: {
      title: 'Something went wrong on our side',
      text: 'What you typed is kept. Try again; if it stays so, tell your administrator.',
    },
    unavailable: {
      title: 'The service cannot answer just now',
      text: 'What you typed is kept. If a code is then refused, wait for the next one.',
    },
    gateway_busy: {
      title: 'The service is very busy',
      text: 'What you typed is kept.',
    },
    gateway_failed: {
      title: 'Something went wrong on our side',
      text: 'What you typed is kept. Try again; if it stays so, tell your administrator.',
    },
    gateway_unavailable: {
      title: 'The service cannot be reached just now',
      text: 'What you typed is kept. Try again shortly.',
    },
    no_answer: {
      title: 'No answer arrived',
      text: 'What you typed is kept. Check your connection and try again. If a code is then refused, wait for the next one.',
    },
    not_understood: {
      title: 'The answer was not understood',
      text: 'What you typed is kept. Something between you and the service may have answered instead. Try again.',
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
