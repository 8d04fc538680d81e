import { html, nothing, type TemplateResult } from 'lit';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { can, listAddress, listTitle, openCounts, type Found } from '../shell/areas';
import { address } from '../shell/router';
import './weeks';

/** What the list is of, how much is open and unassigned, the last weeks, and what a person can add. */
export function listHead(found: Found, alone: number | undefined): TemplateResult {
  const open = openCounts.value[found.record.type];
  return html`<header class="page list-head">
    <div class="head">
      <div>
        <h1>${listTitle(found)}</h1>
        <p class="m2">
          ${open === undefined ? html`&nbsp;` : html`<a class="plain num" href=${listAddress(found, { phase: 'open' })}>${t('list.open', { n: open })}</a>`}${
            alone
              ? html`,
                  <a class="plain num" href=${listAddress(found, { phase: 'open', assignee: 'none' })}
                    >${t('list.alone', { n: alone })}</a
                  >`
              : nothing
          }
        </p>
      </div>
      <vaksam-weeks .found=${found}></vaksam-weeks>
      <div class="row">
        ${
          found.area.imports?.length
            ? html`<a class="btn" href=${address('/admin/imports')}>${icon('upload')}${t('list.import')}</a>`
            : nothing
        }
        ${newButton(found)}
      </div>
    </div>
  </header>`;
}

/** Leads to the form, for those who may report. */
export function newButton(found: Found): unknown {
  const { record } = found;
  if (!can(record, 'create')) return nothing;
  return html`<a class="btn primary" href="${listAddress(found)}/new"
    >${icon('plus')}${t('palette.new', { what: label(record.title).toLowerCase() })}<kbd class="on">C</kbd></a
  >`;
}
