import { html, nothing, svg, type TemplateResult } from 'lit';
import sprite from './icons.svg?raw';

const known = new Set<string>();

/** Puts the drawings into the page once; after that every icon is a reference. */
export function loadIcons(): void {
  const parsed = new DOMParser().parseFromString(sprite, 'image/svg+xml').documentElement;
  for (const symbol of parsed.querySelectorAll('symbol')) known.add(symbol.id);
  const holder = document.importNode(parsed, true);
  holder.setAttribute('class', 'sprite');
  holder.setAttribute('aria-hidden', 'true');
  document.body.prepend(holder);
}

export const hasIcon = (name: string) => known.has(`i-${name}`);

/** A Lucide icon; a name that is not shipped becomes a plain box. */
export function icon(name: string | undefined, extra = ''): TemplateResult {
  const shown = name && hasIcon(name) ? name : 'box';
  return html`<svg class="i ${extra}" aria-hidden="true"><use href="#i-${shown}"></use></svg>`;
}

export const mark = (id: string) => html`<svg aria-hidden="true"><use href="#${id}"></use></svg>`;

export const logo = () => html`<svg aria-hidden="true"><use href="#logo"></use></svg>`;

/** A ring that fills along the process. */
export function pie(share: number): TemplateResult {
  const angle = Math.min(Math.max(share, 0), 0.999) * 2 * Math.PI;
  const x = 7 + 3.4 * Math.sin(angle);
  const y = 7 - 3.4 * Math.cos(angle);
  const slice = `M7 7V3.6A3.4 3.4 0 ${angle > Math.PI ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`;
  return html`<svg viewBox="0 0 14 14" aria-hidden="true">
    ${svg`<circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.4"></circle>
      ${share > 0 ? svg`<path d=${slice} fill="currentColor"></path>` : nothing}`}
  </svg>`;
}
