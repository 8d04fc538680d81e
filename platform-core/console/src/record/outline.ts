import { html, nothing } from 'lit';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';

export type Counts = Record<string, string>;

const PARTS: [string, Key][] = [
  ['charts', 'charts.title'],
  ['actions', 'work.actions'],
  ['connections', 'link.title'],
  ['documents', 'documents.title'],
  ['reporter', 'record.outline.reporter'],
  ['comments', 'comments.title'],
  ['timeline', 'record.timeline'],
];

/** The parts of a record with how much there is in each; leads there. */
export function outline(counts: Counts): unknown {
  const parts = PARTS.filter(([part]) => part === 'timeline' || counts[part] !== undefined);
  return html`<nav class="tabs outline" aria-label=${t('record.outline')}>
    ${parts.map(([part, name]) => {
      const n = counts[part];
      return html`<a href="#${part}-title" @click=${jump}
        >${t(name)}${n && n !== '0' ? html` <span class="n">${n}</span>` : nothing}</a
      >`;
    })}
  </nav>`;
}

/** The focus goes along, so that the keyboard goes on from there. */
function jump(event: MouseEvent): void {
  event.preventDefault();
  const id = (event.currentTarget as HTMLAnchorElement).hash.slice(1);
  const heading = document.getElementById(id);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}
