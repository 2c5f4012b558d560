import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { cellWords } from '@/lib/domain/paper-cell';
import { type PaperTable, printColumns } from '@/lib/domain/paper-model';
import { proseText } from '@/lib/domain/prose';
import { paperHtml } from '@/lib/papers/html';
import { variedPaper } from '../support/varied-paper';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

function children(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

/** Elements of these names within a node, in the order of the document. */
function find(node: Node, ...names: string[]): Element[] {
  return children(node).flatMap((child) => [
    ...('tagName' in child && names.includes(child.tagName) ? [child] : []),
    ...find(child, ...names),
  ]);
}

function text(node: Node): string {
  return 'value' in node ? node.value : children(node).map(text).join('');
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

const model = variedPaper();
const html = paperHtml(model);
const page = parse(html);
const tables = model.appendices.flatMap(({ parts }) => parts);
const registers = find(page, 'table').filter((one) => attribute(one, 'class') === 'register');

/** The words of a row, a list for each column of paper. */
function printed(table: PaperTable): string[][][] {
  return table.rows.map(({ cells }) =>
    printColumns(table).map(({ columns }) =>
      columns.flatMap(({ index, kind, label }, place) => {
        const cell = cells[index];
        if (cell === null || cell === undefined) return [];
        return [`${place > 0 && label ? `${label}: ` : ''}${cellWords(cell, kind)}`];
      }),
    ),
  );
}

test('every table is there, with the same words in the same order', () => {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  expect(registers.map((one) => find(one, 'caption').map(text))).toEqual(
    filled.map(({ caption }) => [caption]),
  );
  filled.forEach((table, index) => {
    const body = registers[index] && find(registers[index], 'tbody')[0];
    if (!body) throw new Error(`There is no table for ${table.key}.`);
    const rows = find(body, 'tr').map((row) =>
      find(row, 'th', 'td').map((cell) => find(cell, 'p').map(text)),
    );
    expect(rows).toEqual(printed(table));
  });
  expect(text(page)).toContain('There are no recommendations.');
});

test('header cells say what they are of', () => {
  for (const table of find(page, 'table')) {
    const head = find(table, 'thead').flatMap((one) => find(one, 'th'));
    const rows = find(table, 'tbody').flatMap((one) => find(one, 'tr'));
    expect(new Set(head.map((one) => attribute(one, 'scope')))).toEqual(new Set(['col']));
    for (const row of rows) {
      expect(find(row, 'th').map((one) => attribute(one, 'scope'))).toEqual(['row']);
      expect(find(row, 'th', 'td')).toHaveLength(head.length);
    }
  }
});

test('one heading of the first level, and none skipped', () => {
  const levels = find(page, 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName.at(1)));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels[0]).toBe(1);
  levels.slice(1).forEach((level, index) => {
    expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
  });
  expect(text(find(page, 'h1')[0] ?? page)).toBe(model.title);
});

test('the paragraphs and the summary say what the model says', () => {
  const sections = find(page, 'section').map(text);
  model.sections.forEach(({ paragraphs }, index) => {
    let from = 0;
    for (const { number, heading, blocks } of paragraphs) {
      const lines = [number, ...(heading ? [heading] : []), ...proseText(blocks).split('\n')];
      for (const line of lines) {
        const at = sections[index + 1]?.indexOf(line, from) ?? -1;
        expect(at, line).toBeGreaterThanOrEqual(from);
        from = at + line.length;
      }
    }
  });
  for (const { heading, blocks } of model.summary.parts) {
    for (const line of [heading, ...proseText(blocks).split('\n')]) {
      expect(sections[0]).toContain(line);
    }
  }
});

test('the front is there, and how the paper stands', () => {
  expect(find(page, 'dt').map(text)).toEqual(model.front.map(({ label }) => label));
  expect(find(page, 'dd').map(text)).toEqual(model.front.map((one) => one.text));
  const words = text(page);
  for (const notice of model.notices) expect(words).toContain(notice);
  expect(words).toContain('Draft, version 1. Figures as at 19 November 2026, 16:30.');
  expect(find(page, 'html').map((one) => attribute(one, 'lang'))).toEqual(['en-GB']);
});

test('each chart is within, with what it shows in words and in numbers', () => {
  const charts = model.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((one) => one.charts),
  );
  const figures = find(page, 'figure');
  expect(figures.map((one) => find(one, 'figcaption').map(text))).toEqual(
    charts.map(({ title }) => [title]),
  );
  figures.forEach((figure, index) => {
    expect(find(figure, 'svg')).toHaveLength(1);
    expect(find(figure, 'div').map((one) => attribute(one, 'aria-label'))).toContain(
      charts[index]?.alternative,
    );
  });
  const counts = find(page, 'table').filter((one) => attribute(one, 'class') === 'counts');
  expect(
    counts.map((one) =>
      find(one, 'tbody').flatMap((body) =>
        find(body, 'tr').map((row) => find(row, 'th', 'td').map(text)),
      ),
    ),
  ).toEqual(
    charts.map(({ rows }) =>
      rows.map(({ label, counts: { red, amber, green, blue, not_rated } }) => [
        label,
        ...[red, amber, green, blue, not_rated].map(String),
      ]),
    ),
  );
});

test('nothing in it runs, and nothing is fetched', () => {
  expect(find(page, 'script', 'img', 'link', 'iframe', 'object', 'base')).toEqual([]);
  const attributes = find(page, ...new Set(html.match(/(?<=<)[a-z0-9]+/g))).flatMap(
    ({ attrs }) => attrs,
  );
  expect(attributes.filter(({ name }) => /^on|^src/.test(name))).toEqual([]);
  const links = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
  expect(links.filter((link) => !link.startsWith('#'))).toEqual(['https://www.gov.uk/a?b=1&c=2']);
  expect(find(page, 'style').map(text).join()).not.toMatch(/url\(|@import/);
  expect(html).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'");
});

test('its contents lead to its parts', () => {
  const ids = find(page, 'section').map((one) => `#${attribute(one, 'id')}`);
  const links = find(page, 'nav').flatMap((nav) =>
    find(nav, 'a').map((one) => attribute(one, 'href')),
  );
  expect(links).toEqual(ids);
});
