// Draws Vega-Lite specifications: the same that stand in plots/*.vl.json.
import { View, Warn } from 'vega';
import { closedLoader, prepared } from './drawing.js';
import { download, element } from './elements.js';
import { isDark, onTheme } from './theme.js';

async function draw(plot, place, controls) {
  plot.view?.finalize();
  controls.replaceChildren();
  plot.view = new View(prepared(structuredClone(plot.specification), place.clientWidth, isDark()), {
    renderer: 'svg', container: place, bind: controls, hover: true, loader: closedLoader, logLevel: Warn,
  });
  await plot.view.runAsync();
}

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
