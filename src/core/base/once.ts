/** Makes something of each value once, and keeps it as long as the value lives. */
export function oncePer<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, Made>();
  return (of) => {
    if (known.has(of)) return known.get(of)!;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}
