/**
 * A Content-Disposition that saves a file under its own name: in full for browsers that read
 * RFC 5987 (all that are in use), and with ASCII alone for anything else. Nothing in a name can
 * end the header or add another.
 */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_');
  // encodeURIComponent leaves four characters that RFC 5987 wants encoded.
  const full = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
