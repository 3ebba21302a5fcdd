/** Installs the fonts for pictures that are missing, where that can be done. */
export function installFonts(): void;
