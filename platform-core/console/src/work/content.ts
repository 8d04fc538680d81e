import { html, nothing, type TemplateResult } from 'lit';
import type { ActionDoc } from '../api/types/work';
import { t } from '../i18n/i18n';
import type { Ask, Choosable } from '../record/combobox';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
const RULES = {
  weekly: 'FREQ=WEEKLY',
  monthly: 'FREQ=MONTHLY',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
  yearly: 'FREQ=YEARLY',
} as const;

interface Choosing {
  who: Choosable | null;
  choose: (who: Choosable | null) => void;
  ask: Ask;
}

/** What an action says, as fields of a form. */
export function contentFields(action: ActionDoc | null, form: string, { who, choose, ask }: Choosing): TemplateResult {
  const rule = action?.repeatRule ?? '';
  const known = Object.entries(RULES).find(([, text]) => text === rule)?.[0];
  return html`<label class="field"
      ><span class="label">${t('action.title')}</span
      ><input class="in" name="title" maxlength="200" .value=${action?.title ?? ''} required data-first
    /></label>
    <label class="field"
      ><span class="label">${t('action.why')}</span
      ><textarea class="in" name="why" rows="2" maxlength="4000" .value=${action?.why ?? ''}></textarea>
    </label>
    <div class="action-pairs">
      <div class="field">
        <label class="label" for="${form}-who">${t('action.who')}</label
        ><vaksam-combobox
          fieldId="${form}-who"
          .value=${who}
          .ask=${ask}
          @chosen=${(event: CustomEvent<Choosable | null>) => choose(event.detail)}
        ></vaksam-combobox>
      </div>
      <label class="field"
        ><span class="label">${t('action.due')}</span
        ><input class="in" type="date" name="due" .value=${action?.due ?? ''}
      /></label>
      <label class="field"
        ><span class="label">${t('action.priority')}</span
        ><select class="in" name="priority">
          ${PRIORITIES.map((one) => html`<option value=${one} ?selected=${one === (action?.priority ?? 'normal')}>${t(`action.priority.${one}`)}</option>`)}
        </select></label
      >
      <label class="field"
        ><span class="label">${t('action.cost')}</span
        ><input class="in" name="cost" inputmode="decimal" maxlength="20" .value=${action?.cost ?? ''}
      /></label>
      <label class="field"
        ><span class="label">${t('action.repeat')}</span
        ><select class="in" name="repeat">
          <option value="">${t('action.repeat.never')}</option>
          ${(Object.keys(RULES) as (keyof typeof RULES)[]).map((one) => html`<option value=${one} ?selected=${one === known}>${t(`action.repeat.${one}`)}</option>`)}
          ${rule && !known ? html`<option value="other" selected>${t('action.repeat.other')}: ${rule}</option>` : nothing}
        </select></label
      >
      ${
        action && action.state !== 'proposed' && action.due
          ? html`<label class="field"
              ><span class="label">${t('action.reason.later')}</span><input class="in" name="reason" maxlength="1000"
            /></label>`
          : nothing
      }
    </div>
    <label class="row tight"
      ><input type="checkbox" name="verify" ?checked=${action?.verify ?? true} />${t('action.verify')}</label
    >`;
}

/** What the form says, as the REST interface takes it. */
export function contentOf(
  form: HTMLFormElement,
  action: ActionDoc | null,
  who: string | null,
): Record<string, unknown> {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const repeat = text('repeat');
  const rule = repeat === 'other' ? (action?.repeatRule ?? null) : (RULES[repeat as keyof typeof RULES] ?? null);
  const reason = text('reason');
  return {
    title: text('title'),
    why: text('why'),
    responsible: who,
    due: text('due') || null,
    priority: text('priority'),
    cost: text('cost').replace(/\s/g, '').replace(',', '.') || null,
    verify: data.get('verify') !== null,
    repeatRule: rule,
    ...(reason ? { reason } : {}),
  };
}
