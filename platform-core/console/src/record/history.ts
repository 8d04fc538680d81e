import { html, nothing, type TemplateResult } from 'lit';
import type { Person } from '../api/types/common';
import type { KindDefinition, RoleName } from '../api/types/definition';
import type { HistoryEntry } from '../api/types/record';
import { label, small, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { severity, stateMark } from '../kit/marks';
import { documentLine } from '../document/line';
import { workLine } from '../work/line';
import { fieldName } from './process';
import { formField } from './fields';
import { follows } from './follows';
import { talkLine } from '../talk/historyline';
import { shown } from './shown';
import { units } from './units';

/** What a change of secrecy writes beside the level. */
const MARKS = { secrecyGround: true, secretFields: true };

type Change = { field: string; from: unknown; to: unknown };

const verb = (entry: HistoryEntry) => entry.action.split(/[.:/]/).pop() ?? entry.action;

/** The state an entry moved the record to. */
export function movedTo(entry: HistoryEntry): string | null {
  const to = verb(entry) === 'transitioned' ? entry.data?.['to'] : null;
  return typeof to === 'string' ? to : null;
}

/** The journal writes `{"title": [old, new]}`; of a sensitive field only that it changed. */
export function changes(entry: HistoryEntry): Change[] {
  const written = (entry.data?.['changes'] ?? {}) as Record<string, unknown[]>;
  return Object.entries(written).map(([field, pair]) => ({ field, from: pair[0], to: pair[1] }));
}

/** The units that entries mention, by id. */
export const unitsIn = (entries: HistoryEntry[]): string[] =>
  entries
    .flatMap(changes)
    .filter(({ field }) => field === 'unit')
    .flatMap(({ from, to }) => [from, to])
    .filter((id) => typeof id === 'string');

/** The journal keeps ids; people read names. */
function named(field: string, value: unknown, people: Person[]): unknown {
  if (typeof value !== 'string') return value;
  if (field === 'assignee') return people.find(({ id }) => id === value) ?? { id: value, name: t('history.somebody') };
  if (field === 'unit') return units.value.find(({ id }) => id === value) ?? { id: value, name: t('history.unit') };
  if (field === 'asset') return { id: value, name: t('history.asset') };
  return value;
}

function inWords(change: Change, kind: KindDefinition | undefined, people: Person[]): unknown {
  const { field } = change;
  const from = named(field, change.from, people);
  const to = named(field, change.to, people);
  const name = field in MARKS ? t(`field.${field as keyof typeof MARKS}`) : fieldName(field, kind);
  const form = formField(field.replace(/^fields\./, ''), kind);
  const same = (value: unknown) =>
    form?.type === 'severity'
      ? severity((value as number | null) ?? null)
      : form
        ? shown(form, value)
        : String(value ?? '');
  if (to === undefined || field === 'secretFields') return html`${small(name)}`;
  if (['long-text', 'people', 'place'].includes(form?.type ?? '')) return html`${small(name)}`;
  if (to === null) return html`${t('history.cleared')} ${small(name)}`;
  if (from === undefined || from === null) return html`${small(name)}: <b>${same(to)}</b>`;
  return html`${small(name)} ${t('history.from')} ${same(from)} ${t('history.to')} <b>${same(to)}</b>`;
}

/** What retention and legal holds do. */
const KEPT: Record<string, Key> = {
  held: 'history.held',
  released: 'history.unheld',
  anonymised: 'history.anonymised',
  erased: 'history.erased',
  'person-erased': 'history.personErased',
};

/** What is done between this record and others; the other is named when there is a number of it. */
const CONNECTED: Record<string, [string, Key]> = {
  linked: ['link', 'history.linked'],
  unlinked: ['link', 'history.unlinked'],
  'link-dismissed': ['link', 'history.dismissed'],
  'link-dismissal-undone': ['link', 'history.dismissalUndone'],
  'series-named': ['layers', 'history.seriesNamed'],
  'series-ended': ['layers', 'history.seriesEnded'],
  'series-joined': ['layers', 'history.seriesJoined'],
  'series-left': ['layers', 'history.seriesLeft'],
  merged: ['git-merge', 'history.merged'],
  'merged-in': ['git-merge', 'history.mergedIn'],
  unmerged: ['git-merge', 'history.unmerged'],
  'unmerged-from': ['git-merge', 'history.unmergedFrom'],
  converted: ['arrow-right-left', 'history.converted'],
  'converted-from': ['arrow-right-left', 'history.convertedFrom'],
  'kind-changed': ['arrow-right-left', 'history.kindChanged'],
};

interface Line {
  drawing: TemplateResult;
  text: unknown;
}

function line(entry: HistoryEntry, kind: KindDefinition | undefined, people: Person[]): Line {
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
  const file = documentLine(entry);
  if (file) return { drawing: icon(file.icon), text: html`${who} ${file.text}` };
  const work = workLine(entry);
  if (work)
    return { drawing: icon(work.icon), text: html`${work.alone ? nothing : html`${who} `}${work.text}${reason}` };
  if (entry.action === 'message.sent') {
    const own = entry.data?.['from'] === 'handler';
    return {
      drawing: icon('message-square'),
      text: own ? html`${who} ${t('history.message.handler')}` : html`<b>${t('history.message.reporter')}</b>`,
    };
  }
  const talked = talkLine(entry);
  if (talked) return { drawing: icon(talked.picture), text: html`${who} ${talked.words}` };
  const action = verb(entry);
  const connected = CONNECTED[action];
  if (connected) {
    const other = entry.data?.['otherNumber'] ?? entry.data?.['name'];
    const named = typeof other === 'string' ? html` <b>${other}</b>` : nothing;
    return { drawing: icon(connected[0]), text: html`${who} ${t(connected[1])}${named}${reason}` };
  }
  if (action === 'feed-changed') return news(entry);
  if (/creat|import|receiv/.test(action))
    return {
      drawing: icon('inbox'),
      text: html`${who} ${t(/import/.test(action) ? 'history.imported' : 'history.created')}`,
    };
  if (/releas/.test(action)) return { drawing: icon('file-down'), text: html`${who} ${t('history.released')}` };
  if (/delet|remov/.test(action)) return { drawing: icon('trash-2'), text: html`${who} ${t('history.deleted')}` };
  if (/read|view/.test(action)) return { drawing: icon('eye'), text: html`${who} ${t('history.read')}` };
  if (action === 'redefined')
    return {
      drawing: icon('workflow'),
      text: html`${who} ${t('history.redefined', { n: Number(entry.data?.['toVersion'] ?? 0) })}${reason}`,
    };
  const kept = KEPT[action];
  if (kept) return { drawing: icon('lock-keyhole'), text: html`${who} ${t(kept)}${reason}` };
  const list = changes(entry);
  if (list.length === 0) return { drawing: icon('pencil-line'), text: html`${who} ${t('history.changed.some')}` };
  return {
    drawing: icon('pencil-line'),
    text: html`${who} ${t('history.changed')}
    ${list.map((change, at) => html`${at ? (at === list.length - 1 ? ` ${t('history.and')} ` : ', ') : ''}${inWords(change, kind, people)}`)}${reason}`,
  };
}

/** The source of a record has sent a later version of it, which changes nothing here. */
function news({ data }: HistoryEntry): Line {
  const said = ['title', 'description']
    .map((name) => data?.[name])
    .filter((words) => typeof words === 'string' && words);
  const words = html`<span class="m2 breaks">${said.join(' · ')}</span>`;
  return {
    drawing: icon('rss'),
    text: html`<b>${data?.['feed'] ?? t('history.platform')}</b>
      ${t('history.feed')}${said.length ? html`: ${words}` : nothing}`,
  };
}

/** What happened to the record, newest first, in plain words. */
export function timeline(
  history: HistoryEntry[],
  kind: KindDefinition | undefined,
  people: Person[],
  roles: RoleName[],
  more: (() => void) | null,
): TemplateResult {
  return html`<ol class="tl">
      ${history.map((entry) => {
        const { drawing, text } = line(entry, kind, people);
        const came = follows(entry, kind, people, roles);
        return html`<li>
          <span class="dot" aria-hidden="true">${drawing}</span>
          <p class="ev">
            ${text} <time class="s" datetime=${entry.at}>${moment(entry.at)}</time>
            ${came.length ? html`<br /><span class="s m2">${came.join(' · ')}</span>` : nothing}
          </p>
        </li>`;
      })}
    </ol>
    ${more ? html`<button class="btn sm" type="button" @click=${more}>${t('history.more')}</button>` : nothing}`;
}
