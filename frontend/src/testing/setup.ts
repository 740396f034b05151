import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

/** Queries wait as long as a test may take, because a busy machine is slow. */
configure({ asyncUtilTimeout: 55_000 });

/** jsdom speaks the machine's language; the tests speak English unless they say otherwise. */
beforeEach(() => {
  history.replaceState(null, '', '/');
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
});

afterEach(() => cleanup());
