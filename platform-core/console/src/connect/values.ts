import { html, nothing, type TemplateResult } from 'lit';
import type { Named } from '../api/types/connection';
import type { KindDefinition } from '../api/types/definition';
import { label } from '../i18n/i18n';
import { formField } from '../record/fields';
import { shown } from '../record/shown';

/** A value for people; ids that only the platform knows have no words. */
export function inWords({ name, value }: Named, kind?: KindDefinition): unknown {
  const field = formField(name.replace(/^fields\./, ''), kind);
  if (['unit', 'asset', 'assignee'].includes(name)) return '…';
  if (field) return shown(field, value);
  if (Array.isArray(value) || (typeof value === 'object' && value))
    return Object.values(value as object)
      .map((one) => (typeof one === 'object' && one ? Object.values(one as object).join(' ') : String(one)))
      .join(', ');
  return String(value ?? '');
}

/** Values under a heading; nothing without values. */
export const valueList = (title: string, values: Named[], kind?: KindDefinition): TemplateResult | typeof nothing =>
  values.length === 0
    ? nothing
    : html`<section class="connect-values">
        <h3>${title}</h3>
        <dl class="kv">
          ${values.map(
            (value) =>
              html`<div>
                <dt>${label(value.label)}</dt>
                <dd class="breaks">${inWords(value, kind)}</dd>
              </div>`,
          )}
        </dl>
      </section>`;
