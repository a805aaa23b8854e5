// Makes page.html, the page without its results, in one file that needs nothing else, and svg.cjs, which draws the same
// plots as SVG in Node.js.
import { build } from 'esbuild';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const options = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: 'es2020',
  legalComments: 'none', // whole licences are given below
  metafile: true,
  write: false,
};
const bundled = await build({ ...options, entryPoints: ['main.js'], format: 'iife' });
// For the browser too, so that Vega looks for no package that draws on bitmaps: widths of texts would hang on its being there.
const drawing = await build({ ...options, entryPoints: ['svg.js'], format: 'cjs', external: ['node:fs'] });
const script = bundled.outputFiles[0].text;
if (/<\/script|<!--/i.test(script)) throw new Error('the script would end its element early');
const styles = (await build({ entryPoints: ['page.css'], minify: true, write: false })).outputFiles[0].text;

// The licences of what is bundled ask to be passed on with it.
function licences() {
  const packages = new Set();
  for (const input of Object.keys(bundled.metafile.inputs)) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  const byText = new Map();
  for (const folder of [...packages].sort()) {
    const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license'].find((name) => existsSync(path.join(folder, name)));
    const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : `${about.license}, no text given`;
    byText.set(text, [...(byText.get(text) ?? []), `${about.name} ${about.version}`]);
  }
  return [...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}`).join('\n\n\n');
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const page = readFileSync('frame.html', 'utf8')
  .replace('/*styles*/', () => styles.trim())
  .replace('/*script*/', () => script.trim())
  .replace('<!--licences-->', () => escaped(licences()));
for (const place of ['<!--results-->', '<!--concordance-->']) {
  if (page.split(place).length !== 2) throw new Error(`the page has no one ${place}`);
}
writeFileSync('page.html', page);

// The page carries the licences of both.
const more = Object.keys(drawing.metafile.inputs).filter((input) => input.includes('node_modules') && !(input in bundled.metafile.inputs));
if (more.length > 0) throw new Error(`svg.js bundles what the page does not: ${more.join(', ')}`);
const text = drawing.outputFiles[0].text;
if (text.includes('\0')) throw new Error('a zero byte ends the script where isogloss passes it on');
writeFileSync('svg.cjs', text);
