import { type IssuedFileProps, issuedFile } from '@/lib/server/issued-file';
import { route } from '@/lib/server/route';

/** Downloads a file of the public version of an issued paper. */
export const GET = route((request, props: IssuedFileProps) => issuedFile(request, props, 'public'));
