// Opens report.html in a browser and uses it: node report_test.mjs REPORT. The working folder has playwright-core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { dataOf } from './page_data.mjs';

const { chromium } = createRequire(path.join(process.cwd(), 'x'))('playwright-core');
const report = path.resolve(process.argv[2]);
const nasty = process.argv[3];

const browser = await chromium.launch({ executablePath: process.env.ISOGLOSS_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const problems = [];

async function open(width, colorScheme = 'light') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('dialog', (dialog) => { problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`); });
  await page.goto(`file://${report}`);
  await page.waitForFunction(() => [...document.querySelectorAll('.drawing')].every((place) => place.querySelector('svg')));
  return page;
}

const tests = {
  async 'every plot has marks, and says how many documents it is of'(page) {
    const plots = await page.$$eval('figure', (figures) => figures.map((figure) => ({
      id: figure.id,
      marks: figure.querySelectorAll('.role-mark:is(.mark-rect, .mark-symbol) path[d]').length,
      text: figure.querySelector('svg').textContent,
      label: figure.querySelector('svg').getAttribute('aria-roledescription'),
    })));
    assert.ok(plots.length > 0);
    for (const plot of plots) {
      // A term may stand in one place only.
      assert.ok(plot.marks > (plot.id === 'plot-strips' ? 0 : 1), `${plot.id} is empty`);
      assert.match(plot.text, /\d+ ?documents?/, `${plot.id} does not say how many documents`);
    }
  },

  async 'a link of a finding leads to its table and opens it'(page) {
    const link = page.locator('.tier a[href^="#table-"]').first();
    if (await link.count() === 0) return;
    const target = (await link.getAttribute('href')).slice(1);
    await link.click();
    await page.waitForSelector(`[id="${target}"][open] tbody tr`);
  },

  async 'a table is searched, sorted both ways and downloaded as it is shown'(page) {
    const details = page.locator('#table-tfidf');
    await details.locator('summary').first().click();
    const first = (column) => details.locator(`tbody tr:first-child td:nth-child(${column})`).textContent();
    const heading = details.locator('th button', { hasText: /^count$/ });
    assert.ok((await heading.getAttribute('title')).length > 5, 'a heading says what its column means');
    await heading.click();
    const largest = Number(await first(3));
    assert.equal(await details.locator('th[aria-sort=descending]').count(), 1);
    await heading.click();
    const smallest = Number(await first(3));
    assert.ok(largest > smallest, `${largest} > ${smallest}`);
    const term = await first(2);
    await details.locator('input[type=search]').fill(term);
    const found = await details.locator('tbody tr').allTextContents();
    assert.ok(found.length > 0 && found.every((row) => row.toLowerCase().includes(term.toLowerCase())));
    const [download] = await Promise.all([page.waitForEvent('download'), details.locator('button.csv').click()]);
    const lines = readFileSync(await download.path(), 'utf8').trimEnd().split('\n');
    assert.equal(download.suggestedFilename(), 'tfidf.csv');
    assert.ok(lines[0].startsWith('document,term,count'));
    const total = Number(/of (\d+) rows/.exec(await details.locator('.count').textContent())[1]);
    assert.equal(lines.length - 1, total);
    await details.locator('input[type=search]').fill('no term is like this');
    assert.equal(await details.locator('tbody tr').count(), 0);
  },

  async 'a chooser draws another document, and its title stays'(page) {
    const figure = page.locator('#plot-tfidf');
    const select = figure.locator('select');
    const options = await select.locator('option').allTextContents();
    if (options.length < 2) return;
    const before = await figure.locator('svg').textContent();
    await select.selectOption({ index: 1 });
    await page.waitForFunction((text) => document.querySelector('#plot-tfidf svg').textContent !== text, before);
  },

  async 'a chooser shows where another term stands'(page) {
    const figure = page.locator('#plot-strips');
    const select = figure.locator('select');
    const term = (await select.locator('option').allTextContents()).at(-1);
    const rows = (await dataOf(page, 'data')).plots.strips.specification.data.values;
    // Of many documents only those that use the term most have a row.
    const some = new Set(rows.map((row) => row.document)).size > 40;
    const wanted = { ticks: rows.filter((row) => row.term === term).length, some };
    await select.selectOption(term);
    await page.waitForFunction(({ ticks, some }) => {
      const drawn = document.querySelectorAll('#plot-strips .role-mark.mark-rect path[d]').length;
      return some ? drawn > 0 && drawn <= ticks : drawn === ticks;
    }, wanted);
  },

  async 'a search in a plot names the terms it finds'(page) {
    const figure = page.locator('#plot-dispersion');
    const { term } = (await dataOf(page, 'data')).plots.dispersion.specification.data.values.at(-1);
    const labels = () => figure.locator('.mark-text.role-mark text').allTextContents();
    await figure.locator('input[type=search]').fill(term);
    await page.waitForFunction((wanted) => [...document.querySelectorAll('#plot-dispersion .mark-text.role-mark text')]
      .some((text) => text.textContent === wanted), term);
    assert.ok((await labels()).every((label) => label.toLowerCase().includes(term.toLowerCase())));
  },

  async 'a plot is downloaded as SVG and as its specification'(page) {
    const figure = page.locator('figure').first();
    for (const [button, ending, start] of [['SVG', '.svg', '<svg'], ['Vega-Lite', '.vl.json', '{']]) {
      const [download] = await Promise.all([page.waitForEvent('download'), figure.locator('button', { hasText: button }).click()]);
      assert.ok(download.suggestedFilename().endsWith(ending));
      assert.ok(readFileSync(await download.path(), 'utf8').startsWith(start));
    }
  },

  async 'a button turns light to dark and back, plots too'(page) {
    const ink = () => page.$eval('figure svg .role-title text', (text) => text.getAttribute('fill'));
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = [await ink(), await ground()];
    await page.click('#theme');
    await page.waitForFunction((was) => document.querySelector('figure svg .role-title text')?.getAttribute('fill') !== was, light[0]);
    assert.notEqual(await ground(), light[1]);
    await page.click('#theme');
    await page.waitForFunction((was) => document.querySelector('figure svg .role-title text')?.getAttribute('fill') === was, light[0]);
    assert.equal(await ground(), light[1]);
  },

  async 'the keyboard alone reaches every control'(page) {
    for (const details of await page.$$('details.data')) await details.evaluate((element) => { element.open = true; });
    await page.waitForFunction(() => [...document.querySelectorAll('details.data')].every((d) => d.querySelector('.table')));
    // Tab goes to whatever can take focus and is shown; nothing may be taken out of that order, or made a control without it.
    const unreachable = await page.$$eval('a, button, input, select, summary, [onclick]', (controls) => controls
      .filter((control) => control.checkVisibility() && control.tabIndex < 0).map((control) => control.outerHTML.slice(0, 80)));
    assert.deepEqual(unreachable, []);
    await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
    const seen = new Set();
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(() => document.activeElement.textContent || document.activeElement.id));
    }
    assert.ok(seen.size > 15, `Tab moves on: ${seen.size}`);
  },

  async 'names that look like HTML stay text'(page) {
    if (!nasty) return;
    assert.ok((await page.textContent('main')).includes(nasty), 'the name is shown');
    assert.equal(await page.$$eval('main script, main img, main b', (found) => found.length), 0);
    assert.equal(await page.evaluate(() => globalThis.reached), undefined);
  },
};

let failed = 0;
async function check(name, what) {
  try {
    await what();
    console.log(`ok    ${name}`);
  } catch (error) {
    ++failed;
    console.log(`FAIL  ${name}\n      ${error.message}`);
  }
}

for (const [name, test] of Object.entries(tests)) {
  await check(name, async () => {
    const page = await open(1280);
    await test(page);
    await page.close();
  });
}
for (const width of [1280, 390]) {
  await check(`nothing is wider than a window of ${width} pixels`, async () => {
    const page = await open(width, 'dark');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.close();
  });
}
await check('no error on the console and no request to the network', async () => assert.deepEqual(problems, []));
await browser.close();
process.exit(failed === 0 ? 0 : 1);
