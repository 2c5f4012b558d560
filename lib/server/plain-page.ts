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

interface TurnedAway {
  status: number;
  title: string;
  paragraphs: readonly string[];
  /** For a form whose page is still there: what happened, and what to do. */
  sentence: string;
}

/**
 * Why a request was turned away, and what to do.
 * @param appUrl the app's own address, as APP_URL has it
 */
const turnedAway = (appUrl: string) =>
  ({
    unreadable: {
      status: 400,
      title: 'The form did not arrive whole',
      paragraphs: [
        'What was sent could not be read as a form. Nothing was saved.',
        'Go back and send it again.',
      ],
      sentence: 'The form did not arrive whole, so nothing was saved: send it again.',
    },
    elsewhere: {
      status: 403,
      title: 'This form was not sent from the board tracker',
      paragraphs: [
        'What was sent came from another site, from a page that was opened at another address than the service’s own, or from a browser that did not say where it came from. Nothing was saved.',
        `Open the board tracker at its own address, <a href="${appUrl}">${appUrl}</a>, and send the form from there.`,
        'If that is what you did, tell whoever runs this service: the web server in front of it should pass on the Origin header, and APP_URL should be the address people use.',
      ],
      sentence: `This page was opened at another address than the service’s own, so nothing was saved: open ${appUrl} and send it from there.`,
    },
    method: {
      status: 405,
      title: 'This cannot be done here',
      paragraphs: [
        'Pages are read, and forms are sent; nothing else is understood. Nothing was saved.',
      ],
      sentence: 'This cannot be done here, and nothing was saved.',
    },
    slow: {
      status: 408,
      title: 'The form took too long to arrive',
      paragraphs: [
        'Too little of it came for too long. Nothing was saved.',
        'Go back and send it again, where the connection is better if you can.',
      ],
      sentence: 'The form took too long to arrive, so nothing was saved: send it again.',
    },
    'large file': {
      status: 413,
      title: 'The file is too large',
      paragraphs: [
        'A file must be 20 MB or smaller. Nothing was saved.',
        'Go back, choose a smaller file and send the form again.',
      ],
      sentence:
        'The file is too large, so nothing was saved: choose one of 20 MB or less and send the form again.',
    },
    'large form': {
      status: 413,
      title: 'The form holds too much',
      paragraphs: [
        'What was sent is larger than 1 MB, and this form takes no file. Nothing was saved.',
        'Go back, shorten what you typed and send the form again.',
      ],
      sentence:
        'The form holds too much, so nothing was saved: shorten what you typed and send it again.',
    },
    'large from nobody': {
      status: 413,
      title: 'Sign in before you send this',
      paragraphs: [
        'What was sent is larger than 64 kB, and nobody is signed in in this browser. Nothing was saved.',
        'Sign in in another tab, then go back and send the form again.',
      ],
      sentence:
        'You are signed out and this is too large to keep, so nothing was saved: sign in in another tab, then send it again.',
    },
    'no form': {
      status: 415,
      title: 'What was sent is not a form',
      paragraphs: ['The board tracker takes forms as a browser sends them. Nothing was saved.'],
      sentence: 'What was sent is not a form as browsers send them, so nothing was saved.',
    },
    busy: {
      status: 503,
      title: 'Too much is being sent at once',
      paragraphs: [
        'Others are sending files, and there was no room for this one. Nothing was saved.',
        'Go back, and send it again in a minute.',
      ],
      sentence: 'Too much is being sent at once, so nothing was saved: send it again in a minute.',
    },
  }) as const satisfies Record<string, TurnedAway>;

export type RefusalKind = keyof ReturnType<typeof turnedAway>;

/** What whoever is turned away is told: a page, or one sentence for a script. */
export function turnAway(kind: RefusalKind, appUrl: string) {
  const { status, title, paragraphs, sentence } = turnedAway(appUrl)[kind];
  return { status, page: plainPage(title, paragraphs), sentence };
}
