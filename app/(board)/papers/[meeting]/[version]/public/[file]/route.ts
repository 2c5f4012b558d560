import { type IssuedFileProps, issuedFile } from '@/lib/server/issued-file';

/** Downloads a file of the public version of an issued paper. */
export function GET(request: Request, props: IssuedFileProps) {
  return issuedFile(request, props, 'public');
}
