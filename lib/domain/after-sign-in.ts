import { innerAddress } from './inner-address';

const DOWNLOAD_PATH = '/download';

/** The ends of addresses that answer with a file. */
const FILE = /\.(docx|pdf|xlsx|csv|zip)$|^\/activity\/(security\/)?csv$|^\/evidence\/[^/]+\/file$/;

/** What a file's address calls it; null for the address of a page. @param address within the app */
export function fileNameIn(address: string): string | null {
  const { pathname } = new URL(address, 'http://inside.invalid');
  if (!FILE.test(pathname)) return null;
  const last = pathname.split('/').at(-1) ?? '';
  return last.includes('.') ? last : 'the file';
}

/**
 * Where somebody goes who has signed in. A browser that is led to a file stays on the page it was
 * on, as though nothing had happened: a page hands the file over instead.
 * @param to anything at all, such as what an address brought along
 */
export function afterSignIn(to: string | undefined): string {
  const inner = innerAddress(to);
  return fileNameIn(inner) ? `${DOWNLOAD_PATH}?to=${encodeURIComponent(inner)}` : inner;
}
