// What the program has put into the page: JSON, or, where it is long, base64 of JSON that zlib has packed.
import { strFromU8, unzlibSync } from 'fflate';

const unpacked = (base64) => strFromU8(unzlibSync(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))));

export function read(id) {
  const text = document.getElementById(id).textContent;
  return JSON.parse(text.startsWith('{') ? text : unpacked(text));
}
