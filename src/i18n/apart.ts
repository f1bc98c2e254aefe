/** Words that run as they are written, whatever stands around them: a name, a reference, a number. */
export const apart = (text: string): string => `\u2068${text}\u2069`;
