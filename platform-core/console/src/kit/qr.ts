import { encode } from 'uqr';
import { html, svg, type TemplateResult } from 'lit';

/** A QR code, drawn here: what it says goes nowhere. Dark on light in both themes, with the quiet zone that cameras need. */
export function qr(text: string, name: string): TemplateResult {
  const { data, size } = encode(text, { border: 4, ecc: 'M' });
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${name} shape-rendering="crispEdges">
    ${svg`<path d=${path(data)} />`}
  </svg>`;
}

/** One horizontal stroke for every run of dark modules. */
export function path(data: boolean[][]): string {
  return data
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
      }),
    )
    .join('');
}
