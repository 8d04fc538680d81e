import { html, nothing, type TemplateResult } from 'lit';
import type { KindDefinition } from '../api/types/definition';
import type { HistoryEntry, RecordDoc, Transition } from '../api/types/record';
import { label, small, t } from '../i18n/i18n';
import { moment, since } from '../i18n/time';
import { icon, mark } from '../kit/icon';
import { mainPath, stateMark } from '../kit/marks';
import { formField } from './fields';
import { movedTo } from './history';

export interface Moves {
  start: (transition: Transition) => void;
  busy: boolean;
}

/** When the record last came into each state. */
function arrivals(record: RecordDoc, kind: KindDefinition, history: HistoryEntry[]): Map<string, string> {
  const times = new Map<string, string>([[kind.initial, record.createdAt]]);
  for (const entry of [...history].reverse()) {
    const to = movedTo(entry);
    if (to) times.set(to, entry.at);
  }
  return times;
}

/** The way forward: the first step that leads on along the process; what one may not do comes last. */
export function nextMove(record: RecordDoc, kind: KindDefinition | undefined): Transition | undefined {
  const order = mainPath(kind?.states ?? []).map(({ id }) => id);
  const ahead = (transition: Transition) => {
    const distance = order.indexOf(transition.to) - order.indexOf(record.state);
    return (distance > 0 ? distance : 100) + (transition.permitted ? 0 : 1000);
  };
  return [...(record.transitions ?? [])].sort((a, b) => ahead(a) - ahead(b))[0];
}

/** The way through the process with what is still missing, and what can be done now. */
export function process(
  record: RecordDoc,
  kind: KindDefinition,
  history: HistoryEntry[],
  moves: Moves,
): TemplateResult {
  const path = mainPath(kind.states);
  const side = !path.some(({ id }) => id === record.state);
  const shown = side ? [...path.slice(0, 1), ...kind.states.filter(({ id }) => id === record.state)] : path;
  const at = shown.findIndex(({ id }) => id === record.state);
  const times = arrivals(record, kind, history);
  const arrived = times.get(record.state) ?? record.createdAt;
  return html`<section class="way" aria-label=${t('record.process')}>
    <ol>
      ${shown.map((state, index) => {
        const time = times.get(state.id);
        const words =
          index === at
            ? record.phase === 'closed'
              ? moment(arrived)
              : t('record.for', { time: since(arrived) })
            : index < at && time
              ? moment(time)
              : '';
        return html`<li
          class=${index < at ? 'past' : index === at ? 'here' : ''}
          aria-current=${index === at ? 'step' : nothing}
        >
          ${index < at ? mark('st-closed') : index === at ? stateMark(state.id, kind.states).drawing : mark('st-received')}<b
            >${label(state.label)}</b
          ><span class="num">${words}</span>
        </li>`;
      })}
    </ol>
    ${next(record, kind, moves)}
  </section>`;
}

function next(record: RecordDoc, kind: KindDefinition, moves: Moves): unknown {
  const first = nextMove(record, kind);
  if (!first)
    return html`<div class="next">
      <p class="m2">${record.phase === 'closed' ? t('record.done') : t('record.stuck')}</p>
    </div>`;
  const target = label(kind.states.find(({ id }) => id === first.to)?.label) || first.to;
  const others = (record.transitions ?? []).filter(({ id, permitted }) => id !== first.id && permitted);
  const definition = kind.transitions.find(({ id }) => id === first.id);
  const required = (definition?.requires ?? []).filter((one): one is string => typeof one === 'string');
  const all = [...new Set([...required, ...first.missing])];
  const unmet = first.unmet ?? [];
  return html`<div class="next">
    <div>
      <h2 class="s b m">${headline(first, target)}</h2>
      ${
        all.length || unmet.length
          ? html`<ul class="req">
              ${all.map((id) =>
                first.missing.includes(id)
                  ? html`<li class="b warn">${icon('circle-dashed', 'i-s')}${fieldName(id, kind)}</li>`
                  : html`<li class="ok">${icon('check', 'i-s')}${fieldName(id, kind)}</li>`,
              )}
              ${unmet.map((words) => html`<li class="b warn">${icon('circle-dashed', 'i-s')}${label(words)}</li>`)}
            </ul>`
          : nothing
      }
    </div>
    <div class="row">
      ${
        others.length
          ? html`<vaksam-menu
              look="btn"
              side="end"
              .face=${html`${t('record.moves')}${icon('chevron-down', 'i-s')}`}
              .items=${others.map(
                (move) =>
                  html`<button type="button" @click=${() => moves.start(move)}>
                    ${icon('circle-arrow-right')}${label(move.label)}${move.reason === 'none' && move.missing.length === 0 ? nothing : '…'}
                  </button>`,
              )}
            ></vaksam-menu>`
          : nothing
      }
      ${
        first.permitted
          ? html`<button
              class="btn primary"
              type="button"
              ?disabled=${moves.busy || unmet.length > 0}
              @click=${() => moves.start(first)}
            >
              ${icon(first.missing.length ? 'list-plus' : 'circle-arrow-right')}${
                first.missing.length ? add(first.missing, kind) : label(first.label)
              }
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

function add(missing: string[], kind: KindDefinition): string {
  if (missing.join() === 'assignee') return t('record.assign');
  return t('record.add', { what: missing.map((id) => small(fieldName(id, kind))).join(', ') });
}

function headline(first: Transition, target: string): string {
  if (!first.permitted) return t('record.notyours', { state: target });
  const lacking = first.missing.length + (first.unmet?.length ?? 0);
  if (lacking) return t('record.missing', { state: target, n: lacking });
  return t('record.ready', { state: target });
}

const plain = (id: string) => id.replace(/^fields\./, '');

export function fieldName(id: string, kind: KindDefinition | undefined): string {
  return label(formField(plain(id), kind)?.label) || id;
}

export const missingFields = (transition: Transition, kind: KindDefinition | undefined) =>
  transition.missing.map((id) => formField(plain(id), kind)).filter((field) => field !== null);
