/** So many answers are kept; then all are forgotten. */
const MOST = 2000;
/** Longer questions are not asked twice. */
const LONGEST = 120;

/** A function of a text that remembers its answers, for texts that the notes of a vault have in common. */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= MOST) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}

/** What is made when it is first asked for: tables that would cost time at the start of the app. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
}
