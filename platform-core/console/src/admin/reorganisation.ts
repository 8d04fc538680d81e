import { html, nothing, type TemplateResult } from 'lit';
import type { Change, ChangeKind, Preview } from '../api/types/organisation';
import { label, number, t } from '../i18n/i18n';
import { shortDay } from '../i18n/time';
import { note } from '../kit/feedback';

const KINDS: ChangeKind[] = ['created', 'moved', 'renamed', 'ended', 'changed'];
const SHOWN = 100;

/** What would happen, in figures and line by line. */
export function previewOf(preview: Preview): TemplateResult {
  const figures = KINDS.filter((kind) => preview.counts[kind]);
  return html`<section class="reorganisation stack" aria-label=${t('reorganisation.title')}>
    ${preview.problems.length ? problems(preview) : nothing}
    ${
      figures.length
        ? html`<dl class="figures">
            ${figures.map((kind) => figure(t(`reorganisation.${kind}`), preview.counts[kind] ?? 0))}
            ${preview.possible ? figure(t('reorganisation.concerned'), preview.concerned) : nothing}
            ${preview.uses.map(({ title, count, open }) => figure(label(title), count, t('reorganisation.open', { n: open })))}
            ${
              preview.access
                ? html`${figure(t('reorganisation.gaining'), preview.access.gaining)}${figure(t('reorganisation.losing'), preview.access.losing)}`
                : nothing
            }
          </dl>`
        : html`<p class="m2">${t('reorganisation.nothing')}</p>`
    }
    ${preview.changes.length ? lines(preview.changes) : nothing}
  </section>`;
}

const figure = (name: string, value: number, more = '') =>
  html`<div>
    <dt>${name}</dt>
    <dd class="num">${number(value)}</dd>
    ${more ? html`<dd class="s">${more}</dd>` : nothing}
  </div>`;

function problems({ problems: all }: Preview): TemplateResult {
  return note(
    'bad',
    'circle-alert',
    html`<b class="b">${t('reorganisation.problems', { n: all.length })}</b>
      <ul>
        ${all.slice(0, SHOWN).map(({ field, detail }) => html`<li><span class="mono">${field}</span> ${label(detail)}</li>`)}
      </ul>`,
  );
}

function lines(changes: Change[]): TemplateResult {
  return html`<ul class="changes" tabindex="0" aria-label=${t('reorganisation.changes')}>
    ${changes.slice(0, SHOWN).map(
      ({ kind, name, code, on, from, to }) =>
        html`<li>
          <span class="badge">${t(`reorganisation.${kind}.one`)}</span>
          <span><b class="b">${label(name)}</b> <span class="m s">${code}</span></span>
          <span class="m2 s">${[label(from), label(to)].filter(Boolean).join(' → ')} ${on ? shortDay(on) : ''}</span>
        </li>`,
    )}
    ${changes.length > SHOWN ? html`<li class="m2">${t('reorganisation.rest', { n: changes.length - SHOWN })}</li>` : nothing}
  </ul>`;
}
