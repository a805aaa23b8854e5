// Lines of a concordance, their order, and the table that aligns them where the node begins.
import { element } from './elements.js';

const words = (text) => text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

function compareWords(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); ++i) {
    const order = collator.compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The lines that the page keeps of what was found: see concordance_data.hpp. */
export function linesOf({ passages }, { l }) {
  const lines = [];
  for (let i = 0; i < l.length; i += 6) {
    const [document, voice, begin, before, node, after] = l.slice(i, i + 6);
    const cut = (from, length) => passages[document].slice(from, from + length);
    const line = { place: i, document, voice, before: cut(begin, before), node: cut(begin + before, node),
                   after: cut(begin + before + node, after) };
    lines.push({ ...line, wordsBefore: words(line.before).reverse(), wordsAfter: words(line.after) });
  }
  return lines;
}

const byPlace = (a, b) => a.place - b.place;

export const lineOrders = {
  'document and place': byPlace,
  'word before': (a, b) => compareWords(a.wordsBefore, b.wordsBefore) || byPlace(a, b),
  'word after': (a, b) => compareWords(a.wordsAfter, b.wordsAfter) || byPlace(a, b),
};

const isRightToLeft = (text) => /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);

// The source stands in columns of its own; on a narrow screen in a row below the line.
export function linesTable({ documents, voices }, lines) {
  const direction = lines.some((line) => isRightToLeft(line.node)) ? 'rtl' : 'ltr';
  const voiceOf = (line) => voices[line.voice].filter((part) => part !== '').join(': ');
  const row = (line) => [
    element('tr', { class: 'line' },
      element('td', { class: 'before' }, line.before),
      element('td', { class: 'on' }, element('span', { class: 'node' }, line.node), element('span', { class: 'after' }, line.after)),
      element('td', { class: 'source', dir: 'auto' }, documents[line.document][0]),
      element('td', { class: 'source', dir: 'auto' }, voiceOf(line))),
    element('tr', { class: 'below' }, element('td', { colspan: '2' },
      element('span', { dir: 'auto' }, `${documents[line.document][0]}, ${voiceOf(line)}`)))];
  const heading = (name, text) => element('th', { scope: 'col', class: name }, text);
  return element('table', { dir: direction },
    element('thead', {}, element('tr', {}, heading('before', 'before'), heading('on', 'node and after'),
      heading('source', 'document'), heading('source', 'voice'))),
    element('tbody', {}, ...lines.flatMap(row)));
}
