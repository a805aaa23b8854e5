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

/** What Vega-Lite takes for a configuration: everything that hangs on the ground, and nothing of the results. Narrow plots take legends of fewer columns. */
export function plotConfiguration(width) {
  const [ink, faint, grid] = isDark() ? ['#e8e6e1', '#b9b6ae', '#3a3a38'] : ['#1c1c1a', '#55534e', '#e2e0da'];
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
