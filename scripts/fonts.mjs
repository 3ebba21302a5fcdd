// Fonts for the pictures: emoji, and a text font like the one that Obsidian has. Plain Node.
import { spawnSync } from 'node:child_process';

const FONTS = [
  { family: 'Noto Color Emoji', package: 'fonts-noto-color-emoji' },
  { family: 'Inter', package: 'fonts-inter' },
];

/** Installs the fonts that are missing, where Debian's packages are; else says which pictures will look other than here. */
export function installFonts() {
  const missing = FONTS.filter(({ family }) => !isThere(family));
  if (missing.length === 0) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [program, ...args] = [...asRoot, 'apt-get', 'install', '-y', '-q', ...missing.map((font) => font.package)];
  spawnSync(program, args, { stdio: 'ignore' });
  for (const { family } of missing)
    if (!isThere(family))
      console.warn(`The font “${family}” is missing: pictures will look different. Install it and try again.`);
}

function isThere(family) {
  const { stdout } = spawnSync('fc-list', [family, 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '';
}
