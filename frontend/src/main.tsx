import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/shared/styles/index.css';
import { App } from '@/app/App';
import { readSignUp } from '@/shared/api/settings';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const signUp = await readSignUp();
createRoot(root).render(
  <StrictMode>
    <App signUp={signUp} />
  </StrictMode>,
);
