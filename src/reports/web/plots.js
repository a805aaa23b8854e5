// Draws Vega-Lite specifications: the same that stand in plots/*.vl.json.
import { parse, View, Warn, loader } from 'vega';
import { compile } from 'vega-lite';
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
  await plot.view.runAsync();
}

const quiet = { level() { return this; }, error(...text) { throw new Error(text.join(' ')); },
                warn() { return this; }, info() { return this; }, debug() { return this; } };

async function save(plot) {
  download(`${plot.name}.svg`, 'image/svg+xml', await plot.view.toSVG());
}

export function plotFigure(name, plot) {
  plot.name = name;
  const place = element('div', { class: 'drawing' });
  const controls = element('div', { class: 'controls' });
  const figure = element('figure', { id: `plot-${name}`, tabindex: '-1' }, controls, place,
    element('figcaption', {}, element('span', {}, plot.caption),
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
