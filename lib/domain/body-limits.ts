const MB = 1024 * 1024;

/** How large what is sent may be, in bytes. */
export const BODY_LIMITS = {
  /** Of somebody who is not signed in. */
  nobody: 64 * 1024,
  form: MB,
  /** 20 MB of a file, and the rest of its form. next.config.js cuts off at the same size. */
  upload: 22 * MB,
} as const;

export type BodyKind = keyof typeof BODY_LIMITS;

/** The pages with a form that takes a file, as folders of app/ name them. */
export const UPLOAD_PAGES = [
  '/import',
  '/papers',
  '/[register]/[reference]/evidence/file',
] as const;

const PATTERNS = UPLOAD_PAGES.map((page) => new RegExp(`^${page.replace(/\[\w+\]/g, '[^/]+')}/?$`));

/** @param path of the page that was sent to, without a query */
export function bodyKind(path: string, signedIn: boolean): BodyKind {
  if (!signedIn) return 'nobody';
  return PATTERNS.some((pattern) => pattern.test(path)) ? 'upload' : 'form';
}
