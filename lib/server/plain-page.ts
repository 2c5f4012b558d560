/**
 * A whole page for whoever is turned away before the app itself sees the request. Words are put
 * in as they stand: never any that came with the request.
 */
export function plainPage(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title></head>
<body><main><h1>${title}</h1>
${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</main></body></html>`;
}

/** By status: why a request was turned away, and what to do. */
export const TURNED_AWAY = {
  400: plainPage('The form did not arrive whole', [
    'What was sent could not be read as a form. Nothing was saved.',
    'Go back and send it again.',
  ]),
  403: plainPage('This form was not sent from the board tracker', [
    'What was sent came from another site, or your browser did not say where it came from. Nothing was saved.',
    'Open the board tracker at its own address and send the form from there.',
    'If that is what you did, tell whoever runs this service: the web server in front of it should pass on the Origin header, and APP_URL should be the address people use.',
  ]),
  405: plainPage('This cannot be done here', [
    'Pages are read, and forms are sent; nothing else is understood. Nothing was saved.',
  ]),
  413: plainPage('The file is too large', [
    'A file must be 20 MB or smaller. Nothing was saved.',
    'Go back, choose a smaller file and send the form again.',
  ]),
  415: plainPage('What was sent is not a form', [
    'The board tracker takes forms as a browser sends them. Nothing was saved.',
  ]),
} as const;
