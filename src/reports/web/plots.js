// Draws Vega-Lite specifications: the same that stand in plots/*.vl.json.
import { parse, View, Warn, loader } from 'vega';
import { compile } from 'vega-lite';
import { openConcordance } from './concordance.js';
import { download, element } from './elements.js';
import { onTheme, plotConfiguration } from './theme.js';

// Data are in the specifications: nothing is fetched.
const closed = loader();
closed.load = () => Promise.reject(new Error('this page loads nothing'));

// Titles of a narrow plot take more lines.
function withShortLines(specification, width) {
  const lines = (text, pixels) => text.split(' ').reduce((all, word) => {
    if (all.length && (all.at(-1).length + word.length) * pixels < width - 40) all[all.length - 1] += ` ${word}`;
    else all.push(word);
    return all;
  }, []);
  const { title } = specification;
  title.text = lines(title.text, 8);
  title.subtitle = lines(title.subtitle, 6.5);
  return specification;
}

async function draw(plot, place, controls) {
  plot.view?.finalize();
  controls.replaceChildren();
  const config = plotConfiguration(place.clientWidth);
  const specification = withShortLines(structuredClone(plot.specification), place.clientWidth);
  const compiled = compile(specification, { config, logger: quiet }).spec;
  plot.view = new View(parse(compiled), {
    renderer: 'svg', container: place, bind: controls, hover: true, loader: closed, logLevel: Warn,
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

const quiet = { level() { return this; }, error(...text) { throw new Error(text.join(' ')); },
                warn() { return this; }, info() { return this; }, debug() { return this; } };

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
