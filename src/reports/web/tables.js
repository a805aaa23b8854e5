// Tables that are sorted, searched and downloaded.
import { openers } from './concordance.js';
import { download, element } from './elements.js';

const shownAtOnce = 50;

const shown = (value) => {
  if (value === null) return 'NA';
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential(3) : String(Number(value.toPrecision(4)));
};

// Numbers that do not exist come last, whichever the direction.
function compare(a, b, direction) {
  if (a === null || b === null) return (a === null) - (b === null);
  return direction * (typeof a === 'number' ? a - b : a < b ? -1 : a > b ? 1 : 0);
}

const quoted = (value) => {
  const text = value === null ? 'NA' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csv = (table, rows) => [table.columns.map((column) => column.name), ...rows]
  .map((row) => row.map(quoted).join(',') + '\n').join('');

const meaning = (column) => column.description + (column.unit ? ` (${column.unit})` : '');

function definitions(table) {
  return element('details', { class: 'meanings' }, element('summary', {}, 'What the columns mean'),
    element('dl', {}, ...table.columns.flatMap((column) =>
      [element('dt', {}, column.name), element('dd', {}, meaning(column))])));
}

class TableView {
  constructor(name, table) {
    this.name = name;
    this.table = table;
    this.layer = table.columns.findIndex((column) => column.name === 'layer');
    this.limit = shownAtOnce;
    this.sorted = null;
    this.direction = 1;
    this.search = element('input', { type: 'search', placeholder: 'Search', 'aria-label': `Search ${name}`,
      oninput: () => { this.limit = shownAtOnce; this.fill(); } });
    this.count = element('span', { class: 'count', 'aria-live': 'polite' });
    this.body = element('tbody');
    this.more = element('button', { type: 'button', onclick: () => { this.limit += 10 * shownAtOnce; this.fill(); } },
      'More rows');
    this.headings = table.columns.map((column, i) => element('th', { scope: 'col', 'aria-sort': 'none' },
      element('button', { type: 'button', title: meaning(column), onclick: () => this.sortBy(i) }, column.name)));
  }

  rows() {
    const wanted = this.search.value.toLowerCase();
    const found = wanted === '' ? [...this.table.rows]
      : this.table.rows.filter((row) => row.some((cell) => String(cell).toLowerCase().includes(wanted)));
    if (this.sorted !== null) found.sort((a, b) => compare(a[this.sorted], b[this.sorted], this.direction));
    return found;
  }

  sortBy(column) {
    const isNumber = this.table.columns[column].type !== 'string';
    // Of numbers the largest are wanted first.
    this.direction = this.sorted === column ? -this.direction : isNumber ? -1 : 1;
    this.sorted = column;
    this.headings.forEach((heading, i) => heading.setAttribute('aria-sort',
      i !== column ? 'none' : this.direction === 1 ? 'ascending' : 'descending'));
    this.fill();
  }

  fill() {
    const rows = this.rows();
    const classes = this.table.columns.map((column) => (column.type === 'string' ? 'text' : 'number'));
    this.body.replaceChildren(...rows.slice(0, this.limit).map((row) => element('tr', {},
      ...row.map((cell, i) => element('td', { class: classes[i] }, ...this.contents(row, i))))));
    this.more.hidden = rows.length <= this.limit;
    this.count.textContent = `${Math.min(this.limit, rows.length)} of ${rows.length} rows`;
  }

  // In the layer stance the terms are categories, and stand in no text.
  contents(row, i) {
    const { opens } = this.table.columns[i];
    return opens && row[this.layer] !== 'stance' ? openers(opens, row[i]) : [shown(row[i])];
  }

  element() {
    this.fill();
    return element('div', { class: 'table' },
      element('p', {}, this.table.description, ' ', this.table.excerpt),
      element('div', { class: 'controls' }, this.search, this.count,
        element('button', { type: 'button', class: 'csv',
          onclick: () => download(`${this.name}.csv`, 'text/csv', csv(this.table, this.rows())) }, 'Download CSV')),
      element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Table ${this.name}` },
        element('table', {}, element('thead', {}, element('tr', {}, ...this.headings)), this.body)),
      this.more, definitions(this.table));
  }
}

/** A table that is made when it is opened. */
export function tableDetails(name, table) {
  const details = element('details', { id: `table-${name}`, class: 'data' },
    element('summary', {}, 'Table ', element('code', {}, name), ` (${table.total} rows)`));
  details.addEventListener('toggle', () => {
    if (details.open && !details.querySelector('.table')) details.append(new TableView(name, table).element());
  });
  return details;
}
