const MAIL = /@((?:[\p{L}\p{N}_-]{1,63}\.){1,8}\p{L}{2,63})(?![\p{L}\p{N}_-])/gu;
const SITE = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}_-]{1,63}\.){1,8}\p{L}{2,63})(?:[/?#:].*)?$/iu;

/** The domains of the mail addresses in some texts (`Ana Lopez <ana@example.org>`), in lower case, each once. */
export function mailDomains(texts: readonly string[]): readonly string[] {
  return [
    ...new Set(
      texts
        .filter((text) => text.includes('@'))
        .flatMap((text) => [...text.matchAll(MAIL)].map(([, domain]) => domain!.toLowerCase())),
    ),
  ];
}

/**
 * The domain that a value names: `example.org`, `@example.org`, `https://www.example.org/about`, an address at it. Null
 * where it names none.
 */
export function domainIn(value: string): string | null {
  return mailDomains([value])[0] ?? SITE.exec(value.trim())?.[1]?.toLowerCase() ?? null;
}
