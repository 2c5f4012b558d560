import { parse } from 'parse5';
import { attribute, type Element, elementsOf, words } from './every-page';

function has(element: Element, name: string): boolean {
  return attribute(element, name) !== undefined;
}

function valuesOf(field: Element): string[] {
  const value = attribute(field, 'value') ?? '';
  if (field.tagName === 'textarea') return [words(field).replace(/^\n/, '')];
  if (field.tagName === 'select') {
    const options = elementsOf(field).filter(({ tagName }) => tagName === 'option');
    const chosen = options.find((option) => has(option, 'selected')) ?? options[0];
    return chosen ? [attribute(chosen, 'value') ?? words(chosen)] : [];
  }
  const type = attribute(field, 'type');
  if (type === 'checkbox' || type === 'radio') return has(field, 'checked') ? [value] : [];
  return field.tagName === 'input' && type !== 'file' ? [value] : [];
}

/** The forms of a page's own part that write, each as a browser without scripts would send it. */
export function formsOf(html: string): FormData[] {
  const main = elementsOf(parse(html)).find(({ tagName }) => tagName === 'main');
  const all = main ? elementsOf(main) : [];
  return all
    .filter((one) => one.tagName === 'form' && attribute(one, 'method') === 'POST')
    .map((form) => {
      const data = new FormData();
      for (const field of elementsOf(form)) {
        const name = attribute(field, 'name');
        if (!name || field.tagName === 'button' || has(field, 'disabled')) continue;
        for (const value of valuesOf(field)) data.append(name, value);
      }
      return data;
    });
}

/** What a page shows above its form: what is wrong, as one text; '' when nothing is. */
export function refusal(html: string): string {
  const alert = elementsOf(parse(html)).find((one) => attribute(one, 'role') === 'alert');
  return alert ? words(alert).replace(/\s+/g, ' ').trim() : '';
}
