// Draws plots as SVG without a browser: isoglossPlots is {width, plots: [{caption, specification}]} as JSON; writes [{svg} or {error}].
import { writeFileSync } from 'node:fs';
import { resetSVGClipId, resetSVGDefIds, textMetrics, View } from 'vega';
import { closedLoader, prepared } from './drawing.js';
import { textWidth } from './text_width.js';

// Vega asks for the width of whole labels, those that it cuts to a limit among them.
textMetrics.width = (item, text) => Math.min(textWidth(text, item.fontSize ?? 11), item.limit || Infinity);

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// What XML cannot hold, not even escaped: names may have it.
const withoutControls = (svg) => svg.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');

// A picture has no choosers: it says what it shows of them.
function withChoices(specification) {
  for (const { bind, value } of specification.params ?? []) {
    if (bind?.input === 'select') specification.title.subtitle += `; ${bind.name.trim().toLowerCase()}: ${value}`;
  }
}

async function drawn({ caption, specification }, width) {
  // Vega numbers clip paths and gradients through all that it draws.
  resetSVGClipId();
  resetSVGDefIds();
  withChoices(specification);
  const { text, subtitle } = specification.title;
  if (specification.width === 'container') specification.width = width;
  const view = new View(prepared(specification, width, false), { renderer: 'none', loader: closedLoader });
  const svg = await view.background('white').toSVG();
  view.finalize();
  const about = `<title>${escaped(`${text}; ${subtitle}`)}</title><desc>${escaped(caption)}</desc>`;
  return `${withoutControls(svg.replace(/^<svg[^>]*>/, (start) => start.replace('<svg', '<svg role="img"') + about))}\n`;
}

async function main() {
  const { width, plots } = JSON.parse(globalThis.isoglossPlots);
  const results = [];
  for (const plot of plots) {
    results.push(await drawn(plot, width).then((svg) => ({ svg }), (error) => ({ error: String(error.message) })));
  }
  writeFileSync(1, JSON.stringify(results));
}

main();
