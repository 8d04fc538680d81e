import { html, type TemplateResult } from 'lit';
import type { StateDefinition } from '../api/types/definition';
import type { HealthStatus } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { icon, mark, pie } from './icon';

export const severityName = (level: number) => t(`severity.${level}` as Key);

export function severity(level: number | null, quiet = false): TemplateResult {
  if (level === null)
    return html`<span class="sev m"
      >${quiet ? html`<span class="sr">${t('severity.unset')}</span>` : t('severity.unset')}</span
    >`;
  return html`<span class="sev sev-${level}" title=${quiet ? severityName(level) : ''}
    >${mark(`sev-${level}`)}${quiet ? html`<span class="sr">${severityName(level)}</span>` : severityName(level)}</span
  >`;
}

const STRUCK = new Set(['rejected', 'duplicate', 'referred', 'cancelled', 'withdrawn', 'declined']);

/** States on the way, without side states such as rejected or reopened. */
export const mainPath = (states: StateDefinition[]) => states.filter(({ id }) => !STRUCK.has(id) && id !== 'reopened');

export function stateMark(id: string, states: StateDefinition[]): { look: string; drawing: TemplateResult } {
  const found = states.find((state) => state.id === id);
  if (STRUCK.has(id)) return { look: 'state-rejected', drawing: mark('st-rejected') };
  if (id === 'reopened') return { look: 'state-reopened', drawing: mark('st-reopened') };
  if (id === 'draft') return { look: 'state-draft', drawing: mark('st-draft') };
  if (found?.phase === 'closed' || id === 'closed') return { look: 'state-closed', drawing: mark('st-closed') };
  const open = mainPath(states).filter((state) => state.phase === 'open' && state.id !== 'draft');
  const at = open.findIndex((state) => state.id === id);
  if (at <= 0) return { look: 'state-received', drawing: mark('st-received') };
  if (at === 1 && open.length > 2) return { look: 'state-triaged', drawing: mark('st-triaged') };
  return { look: '', drawing: pie((at - (open.length > 2 ? 0.5 : 0)) / Math.max(open.length, 2)) };
}

export function state(id: string, states: StateDefinition[]): TemplateResult {
  const { look, drawing } = stateMark(id, states);
  const found = states.find((candidate) => candidate.id === id);
  return html`<span class="state ${look}">${drawing}${found ? label(found.label) : id}</span>`;
}

export function initials(name: string | undefined): string {
  const words = (name ?? '').split(/[\s.]+/).filter(Boolean);
  const first = words[0]?.charAt(0) ?? '';
  const last = words.length > 1 ? (words[words.length - 1]?.charAt(0) ?? '') : (words[0]?.charAt(1) ?? '');
  return (first + last).toUpperCase();
}

export function person(who: { name: string } | null): TemplateResult {
  if (!who)
    return html`<span class="who"><span class="av none"></span><span class="m">${t('person.nobody')}</span></span>`;
  return html`<span class="who"><span class="av" aria-hidden="true">${initials(who.name)}</span>${who.name}</span>`;
}

const LIGHTS: Record<HealthStatus | 'none', [string, Key]> = {
  OK: ['ok', 'health.ok'],
  WARN: ['warn', 'health.warn'],
  TEMPORARILY_UNAVAILABLE: ['wait', 'health.unavailable'],
  CRITICAL: ['bad', 'health.critical'],
  none: ['none', 'health.dormant'],
};

/** How something is: in words, in colour, and by the shape of its mark. */
export function light(status: HealthStatus | 'none', words?: string): TemplateResult {
  const [look, key] = LIGHTS[status] ?? LIGHTS.WARN;
  const drawing = look === 'wait' ? icon('clock-alert') : mark(`lt-${look}`);
  return html`<span class="light light-${look}">${drawing}<span class="s">${words ?? t(key)}</span></span>`;
}

export const secrecyIcon = (secrecy: string) =>
  icon(secrecy === 'open' ? 'eye' : secrecy === 'restricted' ? 'lock-keyhole' : 'lock', 'i-s');
