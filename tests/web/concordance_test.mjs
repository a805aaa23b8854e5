// Opens concordances in report.html: node concordance_test.mjs REPORT. The working folder has playwright-core.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { dataOf } from './page_data.mjs';

const { chromium } = createRequire(path.join(process.cwd(), 'x'))('playwright-core');
const report = path.resolve(process.argv[2]);
const browser = await chromium.launch({ executablePath: process.env.ISOGLOSS_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const problems = [];

async function open(width = 1280, colorScheme = 'light') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`file://${report}`);
  await page.waitForFunction(() => [...document.querySelectorAll('.drawing')].every((place) => place.querySelector('svg')));
  return page;
}

const dialog = (page) => page.locator('dialog.concordance[open]');
const store = (page) => dataOf(page, 'concordance');
const column = (page, name) => page.locator(`dialog tr.line .${name}`).allTextContents();

// The button of a term in the table of dispersion, or of the first.
async function button(page, term = null) {
  const details = page.locator('#table-dispersion');
  await details.locator('summary').first().click();
  if (term === null) return details.locator('tbody button.term').first();
  await details.locator('input[type=search]').fill(term);
  return details.locator('tbody').getByRole('button', { name: term, exact: true });
}

// A term of the table with lines, and rather many.
async function ofManyLines(page) {
  const { term } = await store(page);
  const { rows } = (await dataOf(page, 'data')).tables.dispersion;
  return rows.map((row) => row[0]).reduce((best, name) => ((term[name].l?.length ?? 0) > (term[best].l?.length ?? 0) ? name : best));
}

const first = (words) => words.map((text) => text.match(/[\p{L}\p{M}\p{N}]+/gu)?.at(0)?.toLowerCase() ?? '');
const last = (words) => words.map((text) => text.match(/[\p{L}\p{M}\p{N}]+/gu)?.at(-1)?.toLowerCase() ?? '');
const inOrder = (words) => words.every((word, i) => i === 0 || words[i - 1].localeCompare(word, undefined, { sensitivity: 'base', numeric: true }) <= 0);
const withTexts = {
  async 'a click in a table opens the lines of a term, aligned on it'(page) {
    const term = await ofManyLines(page);
    await (await button(page, term)).click();
    const found = (await store(page)).term[term];
    assert.equal(await dialog(page).locator('h2').textContent(), term);
    const nodes = await column(page, 'node');
    assert.equal(nodes.length, found.l.length / 6);
    assert.match(await dialog(page).locator('.count').textContent(), new RegExp(`^${found.l.length / 6} of ${found.n} shown$`));
    assert.ok((await dialog(page).locator('pre').textContent()).startsWith(`${(await store(page)).command} `));
    const edges = await page.$$eval('dialog td.before', (cells) => [...new Set(cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      const side = cell.closest('table').dir === 'rtl' ? 'left' : 'right';
      return cell.textContent === '' ? null : Math.round(cell.getBoundingClientRect()[side] - range.getBoundingClientRect()[side]);
    }))].filter((gap) => gap !== null));
    assert.deepEqual(edges, [0], 'what stands before ends at the node');
    const starts = await page.$$eval('dialog .node', (all) => [...new Set(all.map((node) => {
      const { left, right } = node.getBoundingClientRect();
      return Math.round(node.closest('table').dir === 'rtl' ? right : left);
    }))]);
    assert.equal(starts.length, 1, 'nodes begin below each other');
  },

  async 'lines are sorted by the words before and after, and by document again'(page) {
    await (await button(page, await ofManyLines(page))).click();
    const [order, documents] = [dialog(page).locator('select').first(), await column(page, 'source')];
    await order.selectOption('word before');
    assert.ok(inOrder(last(await column(page, 'before'))));
    await order.selectOption('word after');
    assert.ok(inOrder(first(await column(page, 'after'))));
    await order.selectOption('document and place');
    assert.deepEqual(await column(page, 'source'), documents);
  },

  async 'lines are filtered by document and by group'(page) {
    await (await button(page, await ofManyLines(page))).click();
    const choice = dialog(page).locator('select').nth(1);
    for (const option of (await choice.locator('option').evaluateAll((all) => all.map((o) => [o.value, o.textContent]))).slice(1)) {
      await choice.selectOption(option[0]);
      const sources = await page.$$eval('dialog tr.line', (rows) => rows.map((row) => row.querySelector('.source').textContent));
      const { documents } = await store(page);
      const members = documents.filter((d, i) => option[0] === `d${i}` || option[0] === `g${d[1]}`).map((d) => d[0]);
      assert.ok(sources.length > 0 && sources.every((name) => members.includes(name)), option[1]);
      assert.ok((await dialog(page).locator('.count').textContent()).startsWith(`${sources.length} of `));
    }
  },

  async 'a click on a mark, its label, and the label of an axis open the same'(page) {
    for (const [plot, marks] of [['tfidf', '.mark-rect.role-mark path'], ['dispersion', '.mark-text.role-mark text'],
                                 ['dispersion', '.mark-symbol.role-mark path'], ['tfidf', '.role-axis-label text']]) {
      const named = await page.evaluate(([name, selector]) => {
        const places = [...document.querySelectorAll(`#plot-${name} ${selector}`)];
        const mark = places.find((place) => typeof (place.__data__.datum.term ?? place.__data__.datum.value) === 'string');
        mark.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = mark.getBoundingClientRect();
        const datum = document.elementFromPoint(x + width / 2, y + height / 2)?.__data__?.datum; // another may lie above it
        return { x: x + width / 2, y: y + height / 2, term: datum?.term ?? datum?.value };
      }, [plot, marks]);
      await page.mouse.click(named.x, named.y);
      assert.equal(await dialog(page).locator('h2').textContent({ timeout: 5000 }), named.term, `${plot} ${marks}`);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
    }
  },

  async 'what looks like HTML stays text in lines'(page) {
    const { passages } = await store(page);
    if (!passages.some((text) => text.includes('<script>reached'))) return;
    await (await button(page, 'script')).click();
    const lines = await page.$$eval('dialog tr.line', (rows) => rows.map((row) => row.textContent));
    assert.ok(lines.some((line) => line.includes('<script>reached=1</script>')), lines[0]);
    assert.equal(await page.locator('dialog script, dialog img, dialog b').count(), 0);
    assert.equal(await page.evaluate(() => globalThis.reached), undefined);
  },

  async 'every name of a table has its entry'(page) {
    const [{ tables }, entries] = [await dataOf(page, 'data'), await store(page)];
    const missing = Object.values(tables).flatMap(({ columns, rows }) => columns.flatMap(({ opens }, i) => (opens !== 'term' && opens !== 'target' ? []
      : rows.filter((row) => !row.includes('stance') && !entries[opens][row[i]]).map((row) => row[i]))));
    assert.deepEqual(missing, []);
  },
};

const always = {
  async 'the keyboard alone opens the panel, stays in it, and Escape gives the focus back'(page) {
    const term = await button(page);
    await term.focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let i = 0; i < 8; ++i) {
        await page.keyboard.press(key);
        assert.ok(await page.evaluate(() => document.querySelector('dialog').contains(document.activeElement)), `${key} ${i}`);
      }
    }
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    assert.equal(await term.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('Space');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await dialog(page).waitFor({ state: 'detached' });
  },

  async 'print leaves the panel out and keeps the terms'(page) {
    await (await button(page)).click();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await dialog(page).isVisible(), false);
    assert.equal(await page.locator('#table-dispersion button.term').first().isVisible(), true);
    assert.equal(await page.locator('#table-dispersion th button').first().isVisible(), true, 'columns keep their names');
  },
};

const withoutTexts = {
  async 'a term says why it has no lines, and what would show them'(page) {
    const term = await button(page);
    const name = await term.textContent();
    await term.click();
    assert.match(await dialog(page).textContent(), /counts only, and word order is not kept/);
    assert.match(await dialog(page).locator('pre').textContent(), /^isogloss kwic \S+ /);
    assert.ok((await dialog(page).locator('pre').textContent()).includes(name));
  },
};

let failed = 0;
async function check(name, what, width, scheme) {
  const page = await open(width, scheme);
  try {
    await what(page);
    console.log(`ok    ${name}`);
  } catch (error) {
    ++failed;
    console.log(`FAIL  ${name}\n      ${error.message}`);
  }
  await page.close();
}

const page = await open();
const tests = { ...((await store(page)).why ? withoutTexts : withTexts), ...always };
await page.close();
for (const [name, test] of Object.entries(tests)) await check(name, test);
for (const [width, scheme] of [[1280, 'dark'], [390, 'light'], [320, 'dark']]) {
  await check(`a panel is not wider than a window of ${width} pixels`, async (narrow) => {
    await (await button(narrow)).click();
    await dialog(narrow).waitFor();
    const widths = await narrow.$$eval('html, dialog .inside', (all) => all.map((part) => part.scrollWidth));
    assert.ok(widths.every((wide) => wide <= width), String(widths));
    const node = narrow.locator('dialog .node').first();
    if (await node.count() === 0) return;
    const { x, width: wide } = await node.boundingBox();
    assert.ok(x >= 0 && x + wide <= width, 'the node is in sight');
  }, width, scheme);
}
await check('no error on the console', async () => assert.deepEqual(problems, []));
await browser.close();
process.exit(failed === 0 ? 0 : 1);
