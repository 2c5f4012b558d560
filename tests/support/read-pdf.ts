import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface TagNode {
  role: string;
  alt?: string;
  children: TagNode[];
}

export interface ReadPage {
  /** Runs of text in the order of the file. */
  runs: string[];
  /** Of the runs that are not blank, in points. */
  sizes: number[];
  /** 'NotoSans-Regular' */
  fonts: string[];
  /** In points. */
  width: number;
  height: number;
  tags: TagNode;
  links: string[];
}

export interface ReadPdf {
  title: string;
  language: string;
  /** Every title of the outline, in order, with how deep it is. */
  outline: Array<{ title: string; depth: number }>;
  pages: ReadPage[];
}

interface OutlineItem {
  title: string;
  items: OutlineItem[];
}

function flat(items: readonly OutlineItem[], depth = 1): ReadPdf['outline'] {
  return items.flatMap(({ title, items: below }) => [{ title, depth }, ...flat(below, depth + 1)]);
}

type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;

function tagNode({ role, children, ...more }: Tree): TagNode {
  const { alt } = more as { alt?: string };
  return {
    role,
    ...(alt === undefined ? {} : { alt }),
    children: children.flatMap((child) => ('role' in child ? [tagNode(child as Tree)] : [])),
  };
}

/** Every node of a tree, in order. */
export function tagsOf(node: TagNode): TagNode[] {
  return [node, ...node.children.flatMap(tagsOf)];
}

async function fontsOf(page: PDFPageProxy): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = fnArray.flatMap((operator, index): string[] =>
    operator === OPS.setFont ? [String(argsArray[index][0])] : [],
  );
  return [...new Set(ids)].map((id) =>
    String((page.commonObjs.get(id) as { name: string }).name).replace(/^[A-Z]{6}\+/, ''),
  );
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => ('str' in item ? [item] : []));
  const tree = await page.getStructTree();
  const annotations: Array<{ url?: string }> = await page.getAnnotations();
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    runs: runs.map(({ str }) => str),
    sizes: runs.flatMap(({ str, transform }) =>
      str.trim() ? [Math.hypot(Number(transform[2]), Number(transform[3]))] : [],
    ),
    fonts: await fontsOf(page),
    width,
    height,
    tags: tree ? tagNode(tree) : { role: 'Root', children: [] },
    links: annotations.flatMap(({ url }) => url ?? []),
  };
}

/** What a reader other than the one that wrote it finds in a PDF. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await loading.promise;
  try {
    const { info } = await document.getMetadata();
    const known = info as { Title?: string; Language?: string };
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await readPage(await document.getPage(number)));
    }
    return {
      title: known.Title ?? '',
      language: known.Language ?? '',
      outline: flat((await document.getOutline()) ?? []),
      pages,
    };
  } finally {
    await loading.destroy();
  }
}
