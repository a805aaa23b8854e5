import { read } from './data.js';
import { element } from './elements.js';
import { plotFigure } from './plots.js';
import { tableDetails } from './tables.js';
import { startTheme } from './theme.js';

const report = read('data');

const link = (kind, name, text) => (name ? element('a', { href: `#${kind}-${name}` }, text) : null);

function tier(t) {
  return element('div', { class: `tier ${t.kind}` }, element('h3', {}, t.title), element('p', {}, t.meaning),
    element('ul', {}, ...t.findings.map((f) => element('li', {}, f.text, ' ',
      element('span', { class: 'links' }, link('plot', f.plot, 'plot'), ' ', link('table', f.table, 'table'))))));
}

function block(b) {
  if (b.text) return element('p', {}, b.text);
  if (b.code) return element('pre', {}, element('code', {}, b.code));
  if (b.more) {
    return element('details', {}, element('summary', {}, b.more.title), element('pre', {}, element('code', {}, b.more.code)));
  }
  if (b.list) return element('ul', {}, ...b.list.map((text) => element('li', {}, text)));
  if (b.tiers) return element('div', { class: 'tiers' }, ...b.tiers.map(tier));
  if (b.plots) {
    return element('div', { class: b.plots.length > 1 ? 'plots several' : 'plots' },
      ...b.plots.map((name) => plotFigure(name, report.plots[name], report.concordances)));
  }
  if (b.table) return tableDetails(b.table, report.tables[b.table]);
  if (b.heading) return element('h3', {}, b.heading);
  throw new Error('a block of no known kind');
}

function licences() {
  const text = document.getElementById('licences').content.textContent;
  return element('details', {}, element('summary', {}, 'Licences of the programs that draw this page'),
    element('pre', {}, text));
}

// A link to a table opens it.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}

document.title = report.title;
document.querySelector('h1').textContent = report.title;
document.querySelector('nav').append(...report.sections.map((s) => element('a', { href: `#${s.id}` }, s.title)));
const main = document.querySelector('main');
main.append(...report.sections.map((s) => element('section', { id: s.id, 'aria-labelledby': `${s.id}-title` },
  element('h2', { id: `${s.id}-title` }, s.title), ...s.blocks.map(block))));
main.lastElementChild.append(licences());
addEventListener('hashchange', openTarget);
main.addEventListener('click', (event) => {
  // A link to the address that is there already changes nothing.
  if (event.target.closest('a')) setTimeout(openTarget);
});
startTheme();
openTarget();
