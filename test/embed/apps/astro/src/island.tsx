import { useEffect, useState } from 'react';
import { App } from '../../react/app.tsx';

/**
 * React takes over served tags without setting their objects or hearing their events
 * (https://github.com/facebook/react/issues/35446), so once it is there it makes them itself.
 */
export function Island() {
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  return <App key={String(isHere)} />;
}
