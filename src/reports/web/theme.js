// Light, dark, or as the system has it.
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = [];
let chosen = null;
let printing = false;

export const isDark = () => !printing && (chosen ?? (system.matches ? 'dark' : 'light')) === 'dark';
export const onTheme = (listener) => listeners.push(listener);

function apply() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  const button = document.getElementById('theme');
  button.textContent = isDark() ? 'Light' : 'Dark';
  button.setAttribute('aria-label', isDark() ? 'Show on light ground' : 'Show on dark ground');
  for (const listener of listeners) listener();
}

export function startTheme() {
  document.getElementById('theme').addEventListener('click', () => {
    chosen = isDark() ? 'light' : 'dark';
    apply();
  });
  system.addEventListener('change', apply);
  for (const [event, now] of [['beforeprint', true], ['afterprint', false]]) {
    addEventListener(event, () => {
      const was = isDark();
      printing = now;
      if (was !== isDark()) apply();
    });
  }
  apply();
}
