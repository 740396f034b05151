import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

/** Only to catch hangs: a busy machine is slow. */
configure({ asyncUtilTimeout: 55_000 });

/** jsdom uses the machine's language; tests use English unless they choose another. */
beforeEach(() => {
  history.replaceState(null, '', '/');
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
});

afterEach(() => cleanup());
