// What the program has put into an opened page: JSON, or base64 of packed JSON. Read without the page's own script.
import { inflateSync } from 'node:zlib';

export async function dataOf(page, id) {
  const text = await page.evaluate((name) => document.getElementById(name).textContent, id);
  return JSON.parse(text.startsWith('{') ? text : inflateSync(Buffer.from(text, 'base64')).toString());
}
