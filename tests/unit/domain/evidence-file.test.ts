import { describe, expect, test } from 'vitest';
import { FILE_LIMIT } from '@/lib/domain/evidence';
import { ACCEPTED_FILES, FILE_KINDS, identifyFile } from '@/lib/domain/evidence-file';
import * as sample from '../../support/sample-files';

const { officeFile, openDocument, WORD, EXCEL, POWERPOINT } = sample;
const tell = (name: string, bytes: Uint8Array) => identifyFile(sample.sampleFile(name, bytes));

const ACCEPTED: ReadonlyArray<[name: string, bytes: Buffer, kind: keyof typeof FILE_KINDS]> = [
  ['paper.pdf', sample.PDF, 'pdf'],
  ['paper.docx', officeFile(WORD, 'word'), 'docx'],
  ['figures.xlsx', officeFile(EXCEL, 'xl'), 'xlsx'],
  ['slides.pptx', officeFile(POWERPOINT, 'ppt'), 'pptx'],
  ['paper.odt', openDocument('text'), 'odt'],
  ['figures.ods', openDocument('spreadsheet'), 'ods'],
  ['slides.odp', openDocument('presentation'), 'odp'],
  ['picture.png', sample.PNG, 'png'],
  ['picture.jpg', sample.JPEG, 'jpg'],
  ['picture.jpeg', sample.JPEG, 'jpg'],
  ['figures.csv', sample.CSV, 'csv'],
  ['minutes.txt', sample.TEXT, 'txt'],
];

describe('accepted', () => {
  test.each(ACCEPTED)('%s', async (name, bytes, kind) => {
    const expected = { mediaType: FILE_KINDS[kind], fileName: name };
    expect(await tell(name, bytes)).toEqual(expected);
  });

  test('every kind there is, and every ending the file chooser offers', () => {
    expect(new Set(ACCEPTED.map(([, , kind]) => kind))).toEqual(new Set(Object.keys(FILE_KINDS)));
    const endings = ACCEPTED.map(([name]) => `.${name.split('.').at(-1)}`);
    expect(new Set(endings)).toEqual(new Set(ACCEPTED_FILES.split(',')));
  });

  test.each([
    ['an ending in capitals', 'PAPER.PDF', sample.PDF],
    ['text with a byte order mark', 'a.csv', Buffer.from('\ufeffa,b\r\n1,2\r\n')],
    ['text as Windows writes it', 'a.txt', Buffer.from('Caf\xe9 \x96 \xa3120,000', 'latin1')],
    ['text with tabs and page ends', 'a.txt', Buffer.from('a\tb\r\n\fc\n')],
    ['figures below five', 'a.csv', Buffer.from('<5,<5,12\n')],
    ['words about a page', 'a.txt', Buffer.from('The tag <html> starts a web page.')],
    ['one letter', 'a.txt', Buffer.from('a')],
  ])('%s', async (_, name, bytes) => {
    expect(await tell(name, bytes)).toHaveProperty('mediaType');
  });
});

const KIND =
  /^The file must be a PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, PNG or JPEG file$/;
const MACROS = /has macros/;

describe('refused', () => {
  const macro = { name: 'word/vbaProject.bin', text: 'macro' };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each<[string, string, Buffer, RegExp]>([
    ['nothing in it', 'a.pdf', Buffer.alloc(0), /not empty/],
    ['a picture that can hold scripts', 'a.svg', Buffer.from(svg), KIND],
    ['the same with a head', 'a.svg', Buffer.from(`<?xml version="1.0"?>\n${svg}`), KIND],
    ['the same as a picture', 'a.png', Buffer.from(svg), KIND],
    ['the same as text', 'a.txt', Buffer.from(svg), KIND],
    ['the same as text, after a comment', 'a.txt', Buffer.from(`<!-- x -->${svg}`), KIND],
    ['a web page', 'a.html', Buffer.from('<!DOCTYPE html><p>'), KIND],
    ['a web page as text', 'a.txt', Buffer.from('<!DOCTYPE html><p>'), KIND],
    ['a web page as a table', 'a.csv', Buffer.from('\ufeff \n<HTML><body>'), KIND],
    ['a script element as text', 'a.txt', Buffer.from('<script>alert(1)</script>'), KIND],
    ['a web page that starts in its head', 'a.txt', Buffer.from('<meta charset="utf-8">'), KIND],
    ['one that starts with its title', 'a.txt', Buffer.from('<title>x</title><script>'), KIND],
    ['one that starts with its style', 'a.txt', Buffer.from('<style>a{}</style>'), KIND],
    ['one that starts with a heading', 'a.txt', Buffer.from('<h1>x</h1><script>'), KIND],
    ['one that starts with a table', 'a.txt', Buffer.from('<table><tr>'), KIND],
    ['a program for Windows', 'a.exe', sample.WINDOWS_PROGRAM, KIND],
    ['a program for Windows as a PDF', 'a.pdf', sample.WINDOWS_PROGRAM, KIND],
    ['a program for Linux', 'a', sample.LINUX_PROGRAM, KIND],
    ['a program for Linux as text', 'a.txt', sample.LINUX_PROGRAM, KIND],
    ['a shell script', 'a.sh', Buffer.from('#!/bin/sh\nrm -rf /\n'), KIND],
    ['a shell script as text', 'a.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), KIND],
    ['a script of another program', 'a.js', Buffer.from('alert(1)'), KIND],
    [
      'a plain zip',
      'a.zip',
      Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      KIND,
    ],
    [
      'a plain zip as Word',
      'a.docx',
      Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      KIND,
    ],
    ['a GIF', 'a.gif', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1'), KIND],
    [
      'Word with macros',
      'a.docm',
      officeFile('application/vnd.ms-word.document.macroEnabled.main', 'word', [macro]),
      MACROS,
    ],
    [
      'Word with macros called .docx',
      'a.docx',
      officeFile('application/vnd.ms-word.document.macroEnabled.main', 'word', [macro]),
      MACROS,
    ],
    [
      'Excel with macros',
      'a.xlsm',
      officeFile('application/vnd.ms-excel.sheet.macroEnabled.main', 'xl'),
      MACROS,
    ],
    [
      'PowerPoint with macros',
      'a.pptm',
      officeFile('application/vnd.ms-powerpoint.presentation.macroEnabled.main', 'ppt'),
      MACROS,
    ],
    ['Word that says it has none', 'a.docx', officeFile(WORD, 'word', [macro]), MACROS],
    [
      'Excel that says it has none',
      'a.xlsx',
      officeFile(EXCEL, 'xl', [{ name: 'xl/vbaProject.bin', text: 'm' }]),
      MACROS,
    ],
    [
      'OpenDocument with a Basic module',
      'a.odt',
      openDocument('text', [{ name: 'Basic/Standard/Module1.xml', text: 'm' }]),
      MACROS,
    ],
    [
      'in a library of its own',
      'a.ods',
      openDocument('spreadsheet', [
        { name: 'Basic/script-lc.xml', text: 'm' },
        { name: 'Basic/Mine/M.xml', text: 'm' },
      ]),
      MACROS,
    ],
    [
      'with a Python script',
      'a.odt',
      openDocument('text', [{ name: 'Scripts/python/a.py', text: 'm' }]),
      MACROS,
    ],
    [
      'a Word template',
      'a.dotx',
      officeFile(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main',
        'word',
      ),
      KIND,
    ],
    [
      'old Word, or one with a password',
      'a.doc',
      sample.COMPOUND_FILE,
      /password-protected or in an old Office format/,
    ],
    [
      'Word with a password',
      'a.docx',
      sample.COMPOUND_FILE,
      /password-protected or in an old Office format/,
    ],
    ['old Word as text', 'a.txt', sample.COMPOUND_FILE, KIND],
    ['text with NUL in it', 'a.txt', Buffer.from('a\u0000b'), KIND],
    ['text with control characters', 'a.csv', Buffer.from('a,\u0007b'), KIND],
    ['a PDF that is text', 'a.pdf', sample.TEXT, KIND],
    ['text that is a PDF', 'a.txt', sample.PDF, /named \.txt but what it holds is PDF/],
    ['Word that is a PDF', 'a.docx', sample.PDF, /named \.docx but what it holds is PDF/],
    [
      'a PDF that is Word',
      'a.pdf',
      officeFile(WORD, 'word'),
      /named \.pdf but what it holds is DOCX/,
    ],
    [
      'Word that is Excel',
      'a.docx',
      officeFile(EXCEL, 'xl'),
      /named \.docx but what it holds is XLSX/,
    ],
    ['PNG that is JPEG', 'a.png', sample.JPEG, /named \.png but what it holds is JPG/],
    ['a web page that is a PDF', 'a.html', sample.PDF, /named \.html but what it holds is PDF/],
    ['two endings', 'a.pdf.exe', sample.PDF, /named \.exe but what it holds is PDF/],
    ['no ending', 'paper', sample.PDF, /no ending/],
    ['a name that is only an ending without its dot', 'pdf', sample.PDF, /no ending/],
    ['an ending that a hidden character makes', 'a.p\u200bdf\u0000.exe', sample.PDF, /named \.exe/],
  ])('%s (%s)', async (_, name, bytes, sentence) => {
    expect(await tell(name, bytes)).toEqual({ refused: expect.stringMatching(sentence) });
  });
});

describe('20 MB', () => {
  test('exactly is accepted', async () => {
    expect(FILE_LIMIT).toBe(20_971_520);
    expect(await tell('a.pdf', sample.largePdf(FILE_LIMIT))).toHaveProperty('mediaType');
    expect(await tell('a.txt', Buffer.alloc(FILE_LIMIT, 'a'))).toHaveProperty('mediaType');
  });

  test('and a byte is refused, before anything is read', async () => {
    const file = sample.sampleFile('a.pdf', Buffer.alloc(FILE_LIMIT + 1));
    file.arrayBuffer = file.slice = () => {
      throw new Error('read');
    };
    file.stream = file.slice as never;
    expect(await identifyFile(file)).toEqual({ refused: 'The file must be 20 MB or smaller' });
  });
});
