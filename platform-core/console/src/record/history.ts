import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryEntry, KindDefinition } from '../api/types';
import { label, small, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { severity, stateMark } from '../kit/marks';
import { fieldName } from './process';
import { formField } from './fields';
import { shown } from './shown';

type Change = { field: string; from: unknown; to: unknown };

const verb = (entry: HistoryEntry) => entry.action.split(/[.:/]/).pop() ?? entry.action;

/** The state an entry moved the record to. */
export function movedTo(entry: HistoryEntry): string | null {
  const data = entry.data ?? {};
  if (!/transition|moved|state/.test(entry.action) && !('transition' in data)) return null;
  const to = data['to'] ?? (data['state'] as { to?: unknown } | undefined)?.to ?? data['state'];
  return typeof to === 'string' ? to : null;
}

/** The journal writes changes as a map of names to `{from, to}`, or as a list. */
export function changes(entry: HistoryEntry): Change[] {
  const data = entry.data ?? {};
  const found = data['changes'] ?? data['changed'] ?? data;
  if (Array.isArray(found))
    return found.map((one) =>
      typeof one === 'string' ? { field: one, from: undefined, to: undefined } : (one as Change),
    );
  return Object.entries(found as Record<string, unknown>).flatMap(([field, value]): Change[] => {
    if (field === 'fields' && value && typeof value === 'object' && !('to' in value))
      return changes({ ...entry, data: { changes: value } as Record<string, unknown> });
    if (value && typeof value === 'object' && ('to' in value || 'from' in value))
      return [{ field, from: undefined, to: undefined, ...(value as object) }];
    return found === data ? [] : [{ field, from: undefined, to: value }];
  });
}

function inWords({ field, from, to }: Change, kind: KindDefinition | undefined): unknown {
  const name = fieldName(field, kind);
  const form = formField(field.replace(/^fields\./, ''), kind);
  const same = (value: unknown) =>
    form?.type === 'severity'
      ? severity((value as number | null) ?? null)
      : form
        ? shown(form, value)
        : String(value ?? '');
  if (to === undefined) return html`${small(name)}`;
  if (['long-text', 'people', 'place'].includes(form?.type ?? '')) return html`${small(name)}`;
  if (to === null) return html`${t('history.cleared')} ${small(name)}`;
  if (from === undefined || from === null) return html`${small(name)}: <b>${same(to)}</b>`;
  return html`${small(name)} ${t('history.from')} ${same(from)} ${t('history.to')} <b>${same(to)}</b>`;
}

interface Line {
  drawing: TemplateResult;
  text: unknown;
}

function line(entry: HistoryEntry, kind: KindDefinition | undefined): Line {
  const who = html`<b>${entry.by?.name ?? t('history.platform')}</b>`;
  const to = movedTo(entry);
  const reason =
    typeof entry.data?.['reason'] === 'string' && entry.data['reason']
      ? html`: <span class="m2">${entry.data['reason']}</span>`
      : nothing;
  if (to) {
    const states = kind?.states ?? [];
    const drawn = stateMark(to, states);
    return {
      drawing: html`<span class="state ${drawn.look}">${drawn.drawing}</span>`,
      text: html`${who} ${t('history.moved')}
        <b>${label(states.find(({ id }) => id === to)?.label) || to}</b>${reason}`,
    };
  }
  const action = verb(entry);
  if (/creat|import|receiv/.test(action))
    return {
      drawing: icon('inbox'),
      text: html`${who} ${t(/import/.test(action) ? 'history.imported' : 'history.created')}`,
    };
  if (/delet|remov/.test(action)) return { drawing: icon('trash-2'), text: html`${who} ${t('history.deleted')}` };
  if (/read|view/.test(action)) return { drawing: icon('eye'), text: html`${who} ${t('history.read')}` };
  const list = changes(entry);
  if (list.length === 0) return { drawing: icon('pencil-line'), text: html`${who} ${t('history.changed.some')}` };
  return {
    drawing: icon('pencil-line'),
    text: html`${who} ${t('history.changed')}
    ${list.map((change, at) => html`${at ? (at === list.length - 1 ? ` ${t('history.and')} ` : ', ') : ''}${inWords(change, kind)}`)}${reason}`,
  };
}

/** What happened to the record, newest first, in plain words. */
export function timeline(
  history: HistoryEntry[],
  kind: KindDefinition | undefined,
  more: (() => void) | null,
): TemplateResult {
  return html`<ol class="tl">
      ${history.map((entry) => {
        const { drawing, text } = line(entry, kind);
        return html`<li>
          <span class="dot" aria-hidden="true">${drawing}</span>
          <p class="ev">${text} <time class="s" datetime=${entry.at}>${moment(entry.at)}</time></p>
        </li>`;
      })}
    </ol>
    ${more ? html`<button class="btn sm" type="button" @click=${more}>${t('history.more')}</button>` : nothing}`;
}
