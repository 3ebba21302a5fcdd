import type * as obsidian from 'obsidian';

const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('mobile');
const system = typeof navigator === 'undefined' ? '' : navigator.userAgent;
const isMobile = asked !== null;

/** What runs Obsidian: a desktop app, or a phone (`?mobile` in the page's address) or tablet (`?mobile=tablet`). */
export const Platform: typeof obsidian.Platform = {
  isDesktop: !isMobile,
  isMobile,
  isDesktopApp: !isMobile,
  isMobileApp: isMobile,
  isIosApp: false,
  isAndroidApp: isMobile,
  isPhone: isMobile && asked !== 'tablet',
  isTablet: isMobile && asked === 'tablet',
  isMacOS: /Macintosh/.test(system),
  isWin: /Windows/.test(system),
  isLinux: /Linux/.test(system) && !/Android/.test(system),
  isSafari: false,
  resourcePathPrefix: 'app://local/',
};

/** Whether a leaf can have a window of its own here: on a desktop, in a browser. */
export function canPopOut(): boolean {
  return Platform.isDesktop && !navigator.userAgent.includes('jsdom');
}

/** The version of Obsidian that is imitated. */
export const apiVersion = '1.13.1';

/** Whether the imitated version is this one or a later one. */
export function requireApiVersion(version: string): boolean {
  const wanted = version.split('.').map(Number);
  const here = apiVersion.split('.').map(Number);
  for (const [index, part] of wanted.entries()) {
    const difference = (here[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
