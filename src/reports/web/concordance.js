// The concordance of a term, or of a target, in a panel that tables and plots open.
import { read } from './data.js';
import { element } from './elements.js';
import { lineOrders, linesOf, linesTable } from './lines.js';

let stored = null;
const store = () => (stored ??= read('concordance'));

const counted = (n, what) => `${n} ${what}${n === 1 ? '' : 's'}`;
const quoted = (word) => (/^[\w.,/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const commands = (found, name) => element('pre', {}, element('code', {},
  (found?.k ?? [quoted(name)]).map((pattern) => `${store().command} ${pattern}`).join('\n')));

const heading = (panel, name) => element('header', {},
  element('h2', { id: 'concordance-title', dir: 'auto' }, name),
  element('button', { type: 'button', class: 'close', onclick: () => panel.close() }, 'Close'));

// Hits by document, below their groups; or by group, where documents are many.
function counts(found) {
  const { by, documents, groups } = store();
  const hits = new Map();
  for (let i = 0; i < found.c.length; i += 2) hits.set(found.c[i], found.c[i + 1]);
  const of = (i) => hits.get(i) ?? 0;
  const listed = (name, n) => element('li', {}, element('span', { dir: 'auto' }, name || 'no group'), ` ${n}`);
  if (by === 'group') return element('ul', { class: 'counts' }, ...groups.map((name, g) => listed(name, of(g))));
  const members = (g) => documents.map((d, i) => [d, i]).filter(([d]) => d[1] === g);
  const list = (all) => element('ul', { class: 'counts' }, ...all.map(([d, i]) => listed(d[0], of(i))));
  if (groups.length === 0) return list(documents.map((d, i) => [d, i]));
  return element('dl', { class: 'counts' }, ...groups.flatMap((name, g) => [
    element('dt', {}, name || 'no group', ` ${members(g).reduce((sum, [, i]) => sum + of(i), 0)}`),
    element('dd', {}, list(members(g)))]));
}

// Groups, and the documents that have lines.
function filter(lines, onchange) {
  const { documents, groups } = store();
  const option = (value, name) => element('option', { value }, name || 'no group');
  const shown = [...new Set(lines.map((line) => line.document))];
  const members = (g) => shown.filter((d) => documents[d][1] === g).map((d) => option(`d${d}`, documents[d][0]));
  const choices = groups.length === 0 ? shown.map((d) => option(`d${d}`, documents[d][0]))
    : groups.flatMap((name, g) => (members(g).length === 0 ? []
      : [element('optgroup', { label: name || 'no group' }, option(`g${g}`, `all of ${name || 'no group'}`), ...members(g))]));
  return element('select', { onchange }, option('', 'all documents'), ...choices);
}

const fits = (line, choice) => choice === '' || (choice[0] === 'd' ? line.document === Number(choice.slice(1))
  : store().documents[line.document][1] === Number(choice.slice(1)));

function linesShown(found, name) {
  const lines = linesOf(store(), found);
  const count = element('span', { class: 'count', 'aria-live': 'polite' });
  const region = element('div', { class: 'scroll lines', tabindex: '0', role: 'region', 'aria-label': `Lines of ${name}` });
  const order = element('select', { onchange: () => fill() },
    ...Object.keys(lineOrders).map((text) => element('option', { value: text }, text)));
  const choice = filter(lines, () => fill());
  function fill() {
    const shown = lines.filter((line) => fits(line, choice.value)).sort(lineOrders[order.value]);
    region.replaceChildren(linesTable(store(), shown));
    count.textContent = `${shown.length} of ${found.n} shown`;
    const middle = (part) => part.getBoundingClientRect().left + part.getBoundingClientRect().width / 2;
    const node = region.querySelector('.node');
    if (node) region.scrollLeft += middle(node) - middle(region);
  }
  return { fill, parts: [
    element('div', { class: 'controls' }, element('label', {}, 'Sort by', order), element('label', {}, 'Show', choice), count),
    region,
    element('p', { class: 'all' }, lines.length < found.n
      ? 'The lines are spread evenly over groups, documents and their texts. This writes all, and wider ones with --window:'
      : 'These are all. This writes them, and wider ones with --window:'),
    commands(found, name)] };
}

function contents(found, name) {
  const { why, documents } = store();
  const said = (...text) => element('p', {}, ...text);
  if (why) return { parts: [said(`No concordance here: ${why}. Where the texts are at hand:`), commands(null, name)] };
  if (!found || found.n === 0) return { parts: [said('This page has no concordance of it. Where the texts are at hand:'), commands(found, name)] };
  const summary = said(`${counted(found.n, 'hit')} in ${found.d} of ${counted(documents.length, 'document')}.`);
  if (found.l) {
    const { fill, parts } = linesShown(found, name);
    return { fill, parts: [summary, counts(found), ...parts] };
  }
  return { parts: [summary, counts(found), said('This page has no lines of it, to stay small. All of them:'), commands(found, name)] };
}

// Tab goes round within the panel.
function keepFocus(event) {
  if (event.key !== 'Tab') return;
  const stops = [...event.currentTarget.querySelectorAll('button, select, [tabindex="0"]')];
  const [leaving, next] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== leaving) return;
  event.preventDefault();
  next.focus();
}

/** Opens the panel. @param kind "term" or "target" */
export function openConcordance(kind, name) {
  const from = document.activeElement;
  const panel = element('dialog', { class: 'concordance', 'aria-labelledby': 'concordance-title', onkeydown: keepFocus,
    onclose: () => { panel.remove(); from?.focus?.({ preventScroll: true }); },
    onclick: (event) => { if (event.target === panel) panel.close(); } });
  const all = store()[kind];
  const found = all && Object.hasOwn(all, name) ? all[name] : null;
  const { fill, parts } = contents(found, name);
  panel.append(element('div', { class: 'inside' }, heading(panel, name), ...parts));
  document.body.append(panel);
  panel.showModal();
  fill?.();
}

const opener = (kind, name) => element('button', { type: 'button', class: 'term', 'aria-haspopup': 'dialog',
  onclick: () => openConcordance(kind, name) }, name);

/** What a cell shows: buttons that open what it names. "terms" are several: "system (1.4); party (1.2)". */
export function openers(kind, cell) {
  if (kind !== 'terms') return [opener(kind, cell)];
  return cell.split('; ').filter((part) => part !== '').flatMap((part, i) => {
    const end = part.lastIndexOf(' (');
    return [i === 0 ? null : '; ', opener('term', part.slice(0, end)), part.slice(end)];
  });
}
