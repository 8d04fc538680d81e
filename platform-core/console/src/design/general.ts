import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { severityName } from '../kit/marks';
import { hasIcon, icon } from '../kit/icon';
import { chooser, line, tick, words, wrongs } from './inputs';
import { Part } from './part';

const ICONS = [
  'siren', 'bandage', 'triangle-alert', 'hand-fist', 'flame', 'car', 'bike', 'shield-alert', 'droplets', 'laptop', 'leaf',
  'door-open', 'users', 'heart-pulse', 'zap', 'megaphone', 'clipboard-list', 'wrench', 'file-text', 'flag',
]; // prettier-ignore

/** Name, picture and what a new record begins with. */
@customElement('vaksam-general-designer')
export class GeneralDesigner extends Part {
  protected override render(): unknown {
    const { doc } = this;
    const defaults = doc.defaults ?? {};
    const set = (name: string, value: unknown) => {
      const { [name]: _before, ...rest } = defaults;
      const next = value === undefined || value === '' ? rest : { ...rest, [name]: value };
      this.change({ ...doc, defaults: next }, `defaults.${name}`);
    };
    return html`<div class="rules general">
      ${wrongs([...this.faultsAt('title'), ...this.faultsAt('defaults')])}
      ${words('title', 'design.name', doc.title, (title) => this.change({ ...doc, title }, 'title'))}
      <fieldset class="field">
        <legend class="label">${t('design.icon')}</legend>
        <div class="icons">
          ${[...new Set([doc.icon ?? 'file-text', ...ICONS])]
            .filter(hasIcon)
            .map(
              (name) =>
                html`<label class="icon-choice"
                  ><input
                    type="radio"
                    name="kind-icon"
                    .checked=${(doc.icon ?? 'file-text') === name}
                    aria-label=${name}
                    @change=${() => this.change({ ...doc, icon: name })}
                  />${icon(name)}</label
                >`,
            )}
        </div>
      </fieldset>
      ${tick('design.public', doc.public, (open) => this.change({ ...doc, public: open }))}
      <h2>${t('design.defaults')}</h2>
      ${chooser(
        'defaults.severity',
        t('field.severity'),
        defaults['severity'] === undefined ? '' : String(defaults['severity']),
        [
          { id: '', name: t('design.default.none') },
          ...[0, 1, 2, 3, 4].map((level) => ({ id: String(level), name: severityName(level) })),
        ],
        (level) => set('severity', level === '' ? undefined : Number(level)),
      )}
      ${chooser(
        'defaults.secrecy',
        t('field.secrecy'),
        String(defaults['secrecy'] ?? 'internal'),
        (['open', 'internal', 'restricted'] as const).map((id) => ({ id, name: t(`secrecy.${id}`) })),
        (level) => set('secrecy', level),
      )}
      ${
        defaults['secrecy'] === 'restricted'
          ? line('defaults.ground', 'design.ground', defaults['secrecyGround'] as string | undefined, (ground) =>
              set('secrecyGround', ground),
            )
          : ''
      }
      ${line('defaults.category', 'field.category', defaults['category'] as string | undefined, (category) => set('category', category))}
    </div>`;
  }
}
