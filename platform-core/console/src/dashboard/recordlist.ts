import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { Which } from '../api/types/dashboard';
import type { TypeDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { number, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { briefly } from '../i18n/time';
import { severity, state as stateMark } from '../kit/marks';
import { kindName, kindOf } from '../record/definitions';
import { placeBeside } from '../record/names';
import { titleOf } from '../record/withheld';
import { listAddress, type Found } from '../shell/areas';

/** Which records a short list holds, and what it is called. */
export const LISTS: Record<Which, { title: Key; filters: Record<string, string> }> = {
  mine: { title: 'home.mine', filters: { phase: 'open', assignee: 'me' } },
  unassigned: { title: 'home.alone', filters: { phase: 'open', assignee: 'none' } },
  latest: { title: 'home.latest', filters: { sort: '-createdAt' } },
};

/** The first records of a list. */
export const firstRecords = (
  { area, record }: Found,
  filters: URLSearchParams | Record<string, string>,
  limit: number,
): Promise<Page<RecordDoc>> => {
  const parameters = new URLSearchParams(filters);
  parameters.set('limit', String(limit));
  return get(`${area.module}/${record.path}?${parameters}`);
};

/** A heading with how many there are and the way to all of them, and a line for each of the first. */
export function recordList(
  title: string,
  page: Page<RecordDoc>,
  found: Found,
  definition: TypeDefinition | null,
  all: string,
  none: unknown,
): TemplateResult {
  return html`<section class="todo">
    <h2>
      ${title}<span class="n num">${number(page.total)}</span>${
        page.total > page.items.length ? html`<a href=${all}>${t('home.all', { n: page.total })}</a>` : nothing
      }
    </h2>
    ${
      page.items.length
        ? html`<ul>
            ${page.items.map((record) => line(record, found, definition))}
          </ul>`
        : none
    }
  </section>`;
}

const line = (record: RecordDoc, found: Found, definition: TypeDefinition | null) =>
  html`<li>
    ${severity(record.severity, true)}
    <div>
      <a class="title" href="${listAddress(found)}/${record.number}">${titleOf(record)}</a>
      <p>${[kindName(definition, record.kind), placeBeside(record), record.number].filter(Boolean).join(' · ')}</p>
    </div>
    ${stateMark(record.state, kindOf(definition, record.kind)?.states ?? [])}<span class="when"
      >${briefly(record.occurredAt ?? record.createdAt)}</span
    >
  </li>`;
