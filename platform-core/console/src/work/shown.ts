import { html, nothing, type TemplateResult } from 'lit';
import type { ActionDoc, ActionState, ActionStep, DeadlineDoc, RecordOfWork } from '../api/types/work';
import { label, t } from '../i18n/i18n';
import { addDays, shortDay, today } from '../i18n/time';
import { mark, pie } from '../kit/icon';
import { listAddress, typeNamed } from '../shell/areas';

export const STATES: ActionState[] = ['proposed', 'decided', 'in-progress', 'done', 'verified', 'rejected'];

const DAY = 86_400_000;

export const stateName = (state: ActionState) => t(`action.state.${state}`);
export const stepName = (step: ActionStep) => t(`action.step.${step}`);

/** The step that takes an action there. */
const STEP_TO: Partial<Record<ActionState, ActionStep>> = {
  decided: 'decide',
  'in-progress': 'start',
  done: 'finish',
  verified: 'verify',
};

/** The step from here to there, if the person may take it at once. */
export function stepTo(action: ActionDoc, to: ActionState): ActionStep | null {
  const step = action.state === 'done' && to === 'in-progress' ? 'reopen' : STEP_TO[to];
  return step && action.steps.includes(step) ? step : null;
}

const DRAWN: Record<ActionState, () => TemplateResult> = {
  proposed: () => mark('st-draft'),
  decided: () => mark('st-received'),
  'in-progress': () => pie(0.5),
  done: () => pie(0.85),
  verified: () => mark('st-closed'),
  rejected: () => mark('st-rejected'),
};

export const stateShown = (state: ActionState): TemplateResult =>
  html`<span class="state ${state === 'verified' ? 'state-closed' : state === 'rejected' ? 'state-rejected' : ''}"
    >${DRAWN[state]()}${stateName(state)}</span
  >`;

/** Where the record of a piece of work is; null when the person may not see it. */
export function recordAddress(record: RecordOfWork | null): string | null {
  const found = record && record.seen !== false ? typeNamed(record.type) : undefined;
  return found && record ? `${listAddress(found)}/${record.number}` : null;
}

/** Days from today until then; negative when it is past. */
export const daysUntil = (day: string, from = today()) =>
  Math.round((Date.parse(`${day}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / DAY);

/** When an action is due, in the words people use. */
export function dueShown(action: ActionDoc): unknown {
  if (!action.due) return nothing;
  const late = -daysUntil(action.due);
  if (action.overdue) return html`<span class="late">${t('action.late.days', { n: late })}</span>`;
  if (action.due === today()) return html`<span class="soon">${t('time.today')}</span>`;
  return html`<time datetime=${action.due}>${shortDay(action.due)}</time>`;
}

/** `31 tim`, `17 dagar`. */
export function span(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return t('deadline.left.minutes', { n: minutes });
  if (minutes < 72 * 60) return t('deadline.left.hours', { n: Math.floor(minutes / 60) });
  return t('deadline.left.days', { n: Math.floor(minutes / 1440) });
}

/** How much of a deadline is used up, and how it stands. */
export function countdown(deadline: DeadlineDoc, now = Date.now()): { used: number; look: string; words: string } {
  const start = Date.parse(deadline.startedAt);
  const due = Date.parse(deadline.dueAt);
  if (!deadline.open) return { used: 1, look: '', words: t(`deadline.state.${deadline.state}`) };
  const used = Math.max(0, Math.min(1, (now - start) / Math.max(1, due - start)));
  if (now > due) return { used: 1, look: 'late', words: t('deadline.over', { time: span(now - due) }) };
  return { used, look: used > 0.75 ? 'soon' : '', words: t('deadline.left', { time: span(due - now) }) };
}

/** What a list says beside the title. */
export function beside(action: ActionDoc): string {
  const unit = action.unit?.name ? label(action.unit.name) : '';
  const where = action.record ? action.record.number : unit ? t('action.alone', { unit }) : '';
  return [where, action.responsible?.name ?? t('action.nobody')].filter(Boolean).join(' · ');
}

/** In which part of the list a date stands. */
export function groupOf(day: string | null, overdue: boolean): 'late' | 'today' | 'week' | 'later' | 'undated' {
  if (overdue) return 'late';
  if (!day) return 'undated';
  if (day <= today()) return day === today() ? 'today' : 'late';
  return day <= addDays(today(), 7) ? 'week' : 'later';
}
