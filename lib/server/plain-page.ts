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
  title: string;
  paragraphs: readonly string[];
  /** For a form whose page is still there: what happened, and what to do. */
  sentence: string;
}

/**
 * By status: why a request was turned away, and what to do.
 * @param appUrl the app's own address, as APP_URL has it
 */
const turnedAway = (appUrl: string) =>
  ({
    400: {
      title: 'The form did not arrive whole',
      paragraphs: [
        'What was sent could not be read as a form. Nothing was saved.',
        'Go back and send it again.',
      ],
      sentence: 'The form did not arrive whole, so nothing was saved: send it again.',
    },
    403: {
      title: 'This form was not sent from the board tracker',
      paragraphs: [
        'What was sent came from another site, from a page that was opened at another address than the service’s own, or from a browser that did not say where it came from. Nothing was saved.',
        `Open the board tracker at its own address, <a href="${appUrl}">${appUrl}</a>, and send the form from there.`,
        'If that is what you did, tell whoever runs this service: the web server in front of it should pass on the Origin header, and APP_URL should be the address people use.',
      ],
      sentence: `This page was opened at another address than the service’s own, so nothing was saved: open ${appUrl} and send it from there.`,
    },
    405: {
      title: 'This cannot be done here',
      paragraphs: [
        'Pages are read, and forms are sent; nothing else is understood. Nothing was saved.',
      ],
      sentence: 'This cannot be done here, and nothing was saved.',
    },
    413: {
      title: 'The file is too large',
      paragraphs: [
        'A file must be 20 MB or smaller. Nothing was saved.',
        'Go back, choose a smaller file and send the form again.',
      ],
      sentence:
        'The file is too large, so nothing was saved: choose one of 20 MB or less and send the form again.',
    },
    415: {
      title: 'What was sent is not a form',
      paragraphs: ['The board tracker takes forms as a browser sends them. Nothing was saved.'],
      sentence: 'What was sent is not a form as browsers send them, so nothing was saved.',
    },
  }) as const satisfies Record<number, TurnedAway>;

export type RefusalStatus = keyof ReturnType<typeof turnedAway>;

/** The page for whoever is turned away. */
export function turnedAwayPage(status: RefusalStatus, appUrl: string): string {
  const { title, paragraphs } = turnedAway(appUrl)[status];
  return plainPage(title, paragraphs);
}

/** The same in one sentence. */
export function turnedAwaySentence(status: RefusalStatus, appUrl: string): string {
  return turnedAway(appUrl)[status].sentence;
}
