// Draws Vega-Lite specifications: the same that stand in plots/*.vl.json.
import { View, Warn } from 'vega';
import { closedLoader, prepared } from './drawing.js';
import { openConcordance } from './concordance.js';
import { download, element } from './elements.js';
import { isDark, onTheme } from './theme.js';

async function draw(plot, place, controls) {
  plot.view?.finalize();
  controls.replaceChildren();
  plot.view = new View(prepared(structuredClone(plot.specification), place.clientWidth, isDark()), {
    renderer: 'svg', container: place, bind: controls, hover: true, loader: closedLoader, logLevel: Warn,
  });
  plot.view.addEventListener('click', (event, item) => openOf(plot, item?.datum?.[plot.opens]));
  await plot.view.runAsync();
}

// Marks that a plot has of terms, or of targets, open their concordance.
function whatOpens({ data, encoding }) {
  const field = encoding?.y?.field === 'target' ? 'target' : 'term';
  return data.values.some((row) => typeof row[field] === 'string') ? field : null;
}

const openOf = (plot, name) => { if (plot.opens && typeof name === 'string') openConcordance(plot.opens, name); };

// Vega lets no event through to the labels of an axis: they are told by the element (see page.css).
function openLabel(plot, event) {
  const label = event.target.closest('.role-axis-label text');
  if (label) openOf(plot, label.__data__?.datum?.value);
}

async function save(plot) {
  download(`${plot.name}.svg`, 'image/svg+xml', await plot.view.toSVG());
}

export function plotFigure(name, plot, concordances) {
  plot.name = name;
  plot.opens = whatOpens(plot.specification);
  const hint = plot.opens && concordances ? ` A click on a ${plot.opens === 'target' ? 'name' : 'term'} opens its concordance.` : '';
  const place = element('div', { class: plot.opens ? 'drawing opens' : 'drawing', onclick: (event) => openLabel(plot, event) });
  const controls = element('div', { class: 'controls' });
  const figure = element('figure', { id: `plot-${name}`, tabindex: '-1' }, controls, place,
    element('figcaption', {}, element('span', {}, plot.caption, hint),
      element('span', { class: 'buttons' },
        element('button', { type: 'button', onclick: () => save(plot) }, 'SVG'),
        element('button', { type: 'button', title: 'The Vega-Lite specification with its data',
          onclick: () => download(`${name}.vl.json`, 'application/json', JSON.stringify(plot.specification)) }, 'Vega-Lite'))));
  let drawn = Promise.resolve();
  const again = () => {
    drawn = drawn.then(() => draw(plot, place, controls)).catch((error) => {
      console.error(`plot ${name}:`, error);
      place.textContent = 'This plot could not be drawn.';
    });
    return drawn;
  };
  onTheme(again);
  return figure;
}
