// What the page and svg.js share: how a Vega-Lite specification becomes a drawing.
import { loader, parse } from 'vega';
import { compile } from 'vega-lite';

// Data are in the specifications: nothing is fetched.
export const closedLoader = loader();
closedLoader.load = () => Promise.reject(new Error('a plot loads nothing'));

const quiet = { level() { return this; }, error(...text) { throw new Error(text.join(' ')); },
                warn() { return this; }, info() { return this; }, debug() { return this; } };

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

/** What Vega-Lite takes for a configuration: everything that hangs on the ground, and nothing of the results. Narrow plots take legends of fewer columns. */
export function plotConfiguration(width, dark) {
  const [ink, faint, grid] = dark ? ['#e8e6e1', '#b9b6ae', '#3a3a38'] : ['#1c1c1a', '#55534e', '#e2e0da'];
  const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
  return {
    background: 'transparent',
    font,
    padding: 4,
    autosize: { type: 'fit-x', contains: 'padding' },
    view: { stroke: null },
    axis: {
      labelColor: ink, titleColor: faint, gridColor: grid, domainColor: grid, tickColor: grid,
      labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', labelLimit: width < 500 ? 120 : 190,
    },
    legend: {
      labelColor: ink, titleColor: faint, orient: 'top', direction: 'horizontal', columns: Math.max(1, Math.floor(width / 190)),
      titleFontWeight: 'normal', labelFontSize: 12, labelLimit: 240,
    },
    title: {
      color: ink, subtitleColor: faint, anchor: 'start', frame: width < 500 ? 'bounds' : 'group', fontSize: 14, subtitleFontSize: 12,
      subtitlePadding: 5, offset: 10,
    },
    text: { color: ink, fontSize: 11 },
    rule: { color: ink },
  };
}

/** A specification, which is changed, made ready for a View. */
export function prepared(specification, width, dark) {
  const config = plotConfiguration(width, dark);
  return parse(compile(withShortLines(specification, width), { config, logger: quiet }).spec);
}
