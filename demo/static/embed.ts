/** The page in ten lines, where its requests have to be answered by itself before it asks. */
import { answerHere } from './answer.js';

await answerHere();
await import(/* @vite-ignore */ new URL('doorstep.js', document.baseURI).href);
