/**
 * What an adapter's own code does wrong, not what a network does: of what engines say only that which names
 * code, never what was read.
 */
const MISTAKE = /^(Syntax|Range)Error|^(Type|Reference)Error: .*(undefined|null|is not|variable).*/;

/** Tells the developer of each mistake once; a customer only sees that there is no answer. */
export const mistakes = (warn: (message: string) => void): ((cause: unknown) => void) => {
  const told = new Set<string>();
  return (cause) => {
    const [mistake] =
      (cause instanceof Error && MISTAKE.exec(`${cause.name}: ${cause.message}`)) || [];
    if (!mistake || told.has(mistake)) return;
    told.add(mistake);
    warn(`Doorstep: the adapter failed (${mistake}). That counts as no answer.`);
  };
};
