import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { manifest } from './built';

type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/** Every element of a page, in its order, those of templates included. */
export function elementsOf(node: Node): Element[] {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  const kept = 'content' in node ? elementsOf(node.content) : [];
  return 'tagName' in node ? [node, ...inner, ...kept] : [...inner, ...kept];
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The words of an element and of all that stands in it. */
export function words(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(words).join('') : '';
}

interface Route {
  page: string;
  regex: RegExp;
}

/** The pages and route handlers of the build, in the order in which addresses are matched. */
function routesOfBuild(): Route[] {
  const { staticRoutes, dynamicRoutes } = manifest('routes-manifest') as Record<
    'staticRoutes' | 'dynamicRoutes',
    Array<{ page: string; regex: string }>
  >;
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    regex: new RegExp(regex),
  }));
}

/** Each page that can be opened, with its file; route handlers are none. */
function pageFiles(): Array<[page: string, file: string]> {
  const routes = manifest('app-path-routes-manifest') as Record<string, string>;
  return Object.entries(routes)
    .filter(([file, page]) => file.endsWith('/page') && !page.startsWith('/_'))
    .map(([file, page]) => [page, path.join('app', `${file}.tsx`)]);
}

/** The pages that can be opened, by the name of their folder. */
export function pagesOfBuild(): string[] {
  return pageFiles()
    .map(([page]) => page)
    .sort();
}

/** Those whose own code asks for the query of their address. */
export function pagesThatReadTheirQuery(): string[] {
  return pageFiles()
    .filter(([, file]) => readFileSync(file, 'utf8').includes('searchParams'))
    .map(([page]) => page)
    .sort();
}

/** Pages whose links differ with how the thing stands: all there are, not only a few. */
const EACH = /^\/(local-actions|meetings|papers|redactions|import)\/[^/]+$|\/(minutes|actions)$/;

interface How {
  /** Where to begin. */
  from?: readonly string[];
  /** How many addresses of each page at the most. */
  few?: number;
  /** Whether all there are of those whose links differ with how the thing stands. */
  each?: boolean;
}

export interface Found {
  /** Addresses with their queries, by page of the build; those of files under 'file'. */
  addresses: Map<string, string[]>;
  /** Names of what the links and forms of the app put into the query of each page. */
  parameters: Map<string, Set<string>>;
}

/**
 * Follows the links of the app from its front page, as whoever asks, until nothing new comes.
 * @param open gives the HTML of an address, or null for what is no page
 */
export async function everyPage(
  open: (address: string) => Promise<string | null>,
  { from = ['/'], few = 2, each = true }: How = {},
): Promise<Found> {
  const routes = routesOfBuild();
  const found: Found = { addresses: new Map(), parameters: new Map() };
  const seen = new Set<string>();
  const queue: string[] = [];

  function consider(link: string): void {
    const url = new URL(link, 'http://inside.invalid');
    if (url.host !== 'inside.invalid') return;
    const page = routes.find(({ regex }) => regex.test(url.pathname))?.page ?? 'file';
    const names = found.parameters.get(page) ?? new Set();
    found.parameters.set(page, names);
    for (const name of url.searchParams.keys()) names.add(name);
    const known = found.addresses.get(page) ?? [];
    found.addresses.set(page, known);
    if (seen.has(url.pathname)) return;
    const alike = known.filter((one) => one.split('/')[1] === url.pathname.split('/')[1]);
    const all = page === 'file' || (each && EACH.test(url.pathname));
    if (!all && alike.length >= few) return;
    seen.add(url.pathname);
    known.push(url.pathname + url.search);
    if (page !== 'file') queue.push(url.pathname + url.search);
  }

  for (const one of from) consider(one);
  for (let next = queue.splice(0, 4); next.length > 0; next = queue.splice(0, 4)) {
    const opened = await Promise.all(next.map(async (one) => [one, await open(one)] as const));
    for (const [address, html] of opened) {
      // Scripts hold the page once more, and no links: reading them takes most of the time.
      const shown = html?.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
      for (const element of shown === undefined ? [] : elementsOf(parse(shown))) {
        const href = element.tagName === 'a' && attribute(element, 'href');
        if (href && (href.startsWith('/') || href.startsWith('?'))) {
          consider(new URL(href, `http://inside.invalid${address}`).href);
        }
        if (element.tagName !== 'form' || attribute(element, 'method') === 'POST') continue;
        const target = new URL(
          attribute(element, 'action') || address,
          `http://inside.invalid${address}`,
        );
        for (const field of elementsOf(element)) {
          const name = attribute(field, 'name');
          if (name && !name.startsWith('$')) target.searchParams.append(name, '');
        }
        consider(target.href);
      }
    }
  }
  return found;
}
