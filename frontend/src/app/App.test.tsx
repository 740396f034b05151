import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { onPage } from '@/testing/onPage';
import {
  authenticated,
  generatedAuthenticator,
  generatedPassword,
  PASSWORD,
  plain,
  problem,
  SECRET,
  serviceAnswering,
  ticket,
} from '@/testing/service';
import { App } from './App';

const user = userEvent.setup();
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const CODE = 'Code from your authenticator app';

async function fillSignIn() {
  await user.type(field('Username'), 'michel.ranu');
  await user.type(field('Password'), PASSWORD);
  await user.type(field(CODE), '123456');
}

/** Stops the page's clock, so that no countdown runs while a busy machine catches up. */
function stopTheClock() {
  const stopped = Date.now();
  const now = vi.spyOn(Date, 'now').mockReturnValue(stopped);
  return { forward: (seconds: number) => now.mockReturnValue(stopped + seconds * 1000) };
}

beforeEach(() => {
  render(<App />);
});

describe('signing in', () => {
  test('Enter sends the form; the previous login and the end of the credentials are shown', async () => {
    const calls = serviceAnswering(authenticated({ previousLoginAt: '2026-11-19T08:30:00Z' }));
    await fillSignIn();
    await user.keyboard('{Enter}');
    expect(await heading('Welcome, michel.ranu')).toBe(document.activeElement);
    expect(calls).toEqual([
      {
        name: 'authenticate-user',
        body: { username: 'michel.ranu', password: PASSWORD, code: '123456' },
      },
    ]);
    expect(screen.getByText(/19 November 2026/)).toBeTruthy();
    expect(screen.getByText(/20 May 2027/)).toBeTruthy();
    expect(screen.getByText(/Was that sign-in not you/)).toBeTruthy();
    expect(document.title).not.toContain('michel');
  });

  test('each empty field is told, wired, and the first takes the focus; nothing is sent', async () => {
    const calls = serviceAnswering();
    await press('Sign in');
    expect(document.activeElement).toBe(field('Username'));
    const code = screen.getByRole('textbox', { name: CODE, description: /Enter the six digits/ });
    expect(code.getAttribute('aria-invalid')).toBe('true');
    expect(calls).toEqual([]);
  });

  test('a refusal keeps the name and the password, drops the code, takes the focus', async () => {
    serviceAnswering(problem(401, 'invalid_credentials'));
    await fillSignIn();
    await press('Sign in');
    const title = await screen.findByRole('heading', { name: 'That did not match' });
    expect(document.activeElement).toBe(title.parentElement);
    expect(
      screen.getByRole('group', { name: 'That did not match', description: /A code works once/ }),
    ).toBe(document.activeElement);
    expect(field('Username').value).toBe('michel.ranu');
    expect(field('Password').value).toBe(PASSWORD);
    expect(field(CODE).value).toBe('');
  });

  test('a lost network loses nothing typed', async () => {
    serviceAnswering(new TypeError('Failed to fetch'), authenticated());
    await fillSignIn();
    await press('Sign in');
    await screen.findByRole('heading', { name: 'No answer arrived' });
    expect(field(CODE).value).toBe('123456');
    await press('Sign in');
    expect(await heading(/Welcome/)).toBeTruthy();
  });

  test.each([
    ['too_many_attempts', problem(429, 'too_many_attempts', { 'Retry-After': '900' }), ''],
    ['unavailable', problem(503, 'unavailable', { 'Retry-After': '2' }), '123456'],
    ['no answer', new TypeError('Failed to fetch'), '123456'],
  ])('after %s only a code that was refused is gone', async (_, reply, left) => {
    serviceAnswering(reply);
    await fillSignIn();
    await press('Sign in');
    await screen.findByRole('group');
    expect(field(CODE).value).toBe(left);
  });

  test('a pasted code loses its gaps', async () => {
    await user.click(field(CODE));
    await user.paste('123 456');
    expect(field(CODE).value).toBe('123456');
  });

  test('show shows the password until the form is sent', async () => {
    serviceAnswering(problem(401, 'invalid_credentials'));
    await fillSignIn();
    expect(field('Password').type).toBe('password');
    await press('Show the password');
    expect(field('Password').type).toBe('text');
    await press('Sign in');
    expect(field('Password').type).toBe('password');
    await screen.findByRole('heading', { name: 'That did not match' });
  });

  test('two quick presses send once', async () => {
    let answer: (response: Response) => void = () => undefined;
    const calls = serviceAnswering(new Promise<Response>((resolve) => (answer = resolve)));
    await fillSignIn();
    await press('Sign in');
    await press('One moment…');
    expect(calls).toHaveLength(1);
    expect(screen.getByRole('status').textContent).toBe('One moment…');
    act(() => answer(authenticated()));
    expect(await heading(/Welcome/)).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  });
});

describe('waiting', () => {
  test('counts down, sends nothing meanwhile, then offers to try again', async () => {
    const calls = serviceAnswering(
      problem(503, 'unavailable', { 'Retry-After': '2' }),
      authenticated(),
    );
    const clock = stopTheClock();
    await fillSignIn();
    await press('Sign in');
    expect(await screen.findByText('You can try again in 0:02.')).toBeTruthy();
    await press('Try again');
    expect(calls).toHaveLength(1);
    expect(screen.getByRole('group')).toBe(document.activeElement);
    clock.forward(1);
    await screen.findByText('You can try again in 0:01.');
    clock.forward(2);
    await screen.findByText('You can try again now.');
    await press('Try again');
    expect(await heading(/Welcome/)).toBeTruthy();
  });

  test('a wait of fifteen minutes starts at fifteen minutes', async () => {
    serviceAnswering(problem(429, 'too_many_attempts', { 'Retry-After': '900' }));
    stopTheClock();
    await fillSignIn();
    await press('Sign in');
    expect(await screen.findByText(/in 15:00\./)).toBeTruthy();
    await user.type(field('Password'), '{Enter}');
    expect(screen.getByRole('group')).toBe(document.activeElement);
  });

  test('the gateway’s own 429 waits too', async () => {
    serviceAnswering(plain(429, 'concurrent request limit exceeded'));
    stopTheClock();
    await fillSignIn();
    await press('Sign in');
    expect(await screen.findByText(/You can try again in 0:10/)).toBeTruthy();
  });
});

describe('creating an account', () => {
  async function reachPassword() {
    await press('Create an account');
    await heading(/Choose a username/);
    await user.type(field('Username'), 'michel.ranu');
    await press('Generate my password');
    await heading(/Save your password/);
  }

  test('goes from the name to an active account, and drops each secret on the way', async () => {
    const calls = serviceAnswering(
      generatedPassword(),
      generatedAuthenticator(),
      problem(401, 'invalid_credentials'),
      authenticated(),
    );
    await reachPassword();
    expect(field('Password').value).toBe(PASSWORD);
    expect(field('Password').readOnly).toBe(true);
    expect(field('Password').type).toBe('password');
    await press('I have saved it');

    expect(await heading(/Add the account/)).toBe(document.activeElement);
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    expect(screen.getByRole('img', { name: /QR code for your authenticator/ })).toBeTruthy();
    expect(onPage()).not.toContain(PASSWORD);
    await press('I have added it');

    expect(await heading(/Enter your first code/)).toBe(document.activeElement);
    expect(onPage()).not.toContain(SECRET.slice(0, 4));
    await user.type(field(CODE), '111111{Enter}');
    expect(await screen.findByText(/your phone sets its time/)).toBeTruthy();
    await press('Show the key again');
    await heading(/Add the account/);
    await press('I have added it');
    await user.type(field(CODE), '222222{Enter}');
    expect(await heading('Your account is ready')).toBe(document.activeElement);
    expect(calls.map((made) => made.name)).toEqual([
      'generate-password',
      'generate-2fa',
      'authenticate-user',
      'authenticate-user',
    ]);
  });

  test('the password and the key can be copied, and that is announced', async () => {
    serviceAnswering(generatedPassword(), generatedAuthenticator());
    await reachPassword();
    await press('Copy the password');
    expect(await navigator.clipboard.readText()).toBe(PASSWORD);
    expect(screen.getByText('The password is copied.').getAttribute('role')).toBe('status');
    await press('I have saved it');
    await heading(/Add the account/);
    await press('Copy the key');
    expect(await navigator.clipboard.readText()).toBe(SECRET);
    expect(screen.getByText('The key is copied.')).toBeTruthy();
    await press('I have added it');
    await waitFor(() => expect(screen.queryByText('The key is copied.')).toBeNull());
  });

  test('a taken name is told in words that help', async () => {
    serviceAnswering(problem(409, 'username_taken'));
    await press('Create an account');
    await user.type(field('Username'), 'michel.ranu');
    await press('Generate my password');
    expect(await screen.findByText(/free again after 15 minutes/)).toBeTruthy();
    expect(field('Username').value).toBe('michel.ranu');
  });

  test('an answer that comes after one has stopped takes nobody back', async () => {
    let answer: (response: Response) => void = () => undefined;
    serviceAnswering(generatedPassword(), new Promise((resolve) => (answer = resolve)));
    await reachPassword();
    await press('I have saved it');
    await press('Stop and go back to sign-in');
    await heading('Sign in');
    await act(async () => {
      answer(generatedAuthenticator());
      await Promise.resolve();
    });
    expect(await heading('Sign in')).toBeTruthy();
  });

  test('leaving the page forgets what it showed, at once', async () => {
    serviceAnswering(generatedPassword());
    await reachPassword();
    act(() => void dispatchEvent(new Event('pagehide')));
    expect(onPage()).not.toContain(PASSWORD);
    expect(await heading('Sign in')).toBeTruthy();
  });

  test('closing the page with a secret on it makes the browser ask, other pages not', async () => {
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asks()).toBe(false);
    serviceAnswering(generatedPassword(), generatedAuthenticator());
    await reachPassword();
    expect(asks()).toBe(true);
    await press('I have saved it');
    await heading(/Add the account/);
    expect(asks()).toBe(true);
    const link = screen.getByRole('link', { name: 'Open in my authenticator app' });
    link.addEventListener('click', (event) => event.preventDefault());
    const clock = stopTheClock();
    await user.click(link);
    expect(asks()).toBe(false);
    clock.forward(1);
    expect(document.activeElement).toBe(link);
    expect(asks()).toBe(true);
  });
});

describe('renewing', () => {
  test('expired credentials lead straight into renewal with the ticket', async () => {
    const calls = serviceAnswering(expired(), generatedPassword(), generatedAuthenticator());
    await fillSignIn();
    await press('Sign in');
    expect(await heading('Your credentials have expired')).toBe(document.activeElement);
    await press('Get my new password');
    await heading(/Save your password/);
    expect(calls[1]).toEqual({
      name: 'generate-password',
      body: { username: 'michel.ranu', renewalTicket: ticket.renewalTicket },
    });
    expect(screen.getByText(/present password and codes stay good/)).toBeTruthy();
  });

  test('a ticket that has run out leads back to sign-in', async () => {
    serviceAnswering(expired(), problem(401, 'invalid_ticket'));
    await fillSignIn();
    await press('Sign in');
    await heading('Your credentials have expired');
    await press('Get my new password');
    await screen.findByRole('heading', { name: 'The time to renew is over' });
    expect(screen.queryByRole('button', { name: 'Get my new password' })).toBeNull();
    await press('Go back to sign-in');
    expect(await heading('Sign in')).toBeTruthy();
  });

  test('from the signed-in page it asks for both factors again', async () => {
    const calls = serviceAnswering(authenticated(), authenticated(ticket), generatedPassword());
    await fillSignIn();
    await press('Sign in');
    await heading(/Welcome/);
    await press('Renew my credentials');
    await heading('Confirm that it is you');
    expect(field('Password').value).toBe('');
    await user.type(field('Password'), PASSWORD);
    await user.type(field(CODE), '654321{Enter}');
    await heading('It is you');
    expect(calls[1]?.body).toEqual({
      username: 'michel.ranu',
      password: PASSWORD,
      code: '654321',
      renew: true,
    });
    await press('Get my new password');
    expect(await heading(/Save your password/)).toBeTruthy();
  });

  function expired(): Response {
    const body = { title: 'A title', status: 403, detail: 'A detail.', success: false };
    return new Response(JSON.stringify({ ...body, error: 'credentials_expired', ...ticket }), {
      status: 403,
      headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
    });
  }
});

describe('the language switch', () => {
  test('changes errors that stand on the page too', async () => {
    await press('Sign in');
    expect(screen.getByText('Enter your password.')).toBeTruthy();
    await press('Français');
    expect(screen.getByText('Saisissez votre mot de passe.')).toBeTruthy();
  });

  test('changes the words and the language of the page, and keeps what was typed', async () => {
    await user.type(field('Username'), 'michel.ranu');
    await press('Français');
    expect(await heading('Se connecter')).toBeTruthy();
    expect(field('Nom d’utilisateur').value).toBe('michel.ranu');
    await waitFor(() => expect(document.documentElement.lang).toBe('fr'));
    expect(location.search).toBe('?lang=fr');
  });
});
