import { html, type TemplateResult } from 'lit';
import { get } from '../api/client';
import { t } from '../i18n/i18n';
import { may, session } from '../shell/session';

/** What a token of this person could be limited to, in order. */
export async function grantable(): Promise<string[]> {
  const now = session.value;
  const own = now && now !== 'asking' ? now.permissions : [];
  if (!may('*')) return [...own].sort();
  const { items } = await get<{ items: { permissions: string[] }[] }>('roles');
  return [...new Set(items.flatMap(({ permissions }) => permissions))].filter((id) => id !== '*').sort();
}

/** All, or some of them: nothing ticked means all. */
export const scopeField = (permissions: string[]): TemplateResult =>
  html`<details class="scope">
    <summary>${t('tokens.scope')}</summary>
    <fieldset class="field">
      <legend class="hint">${t('tokens.scope.why')}</legend>
      <div class="role-list">
        ${permissions.map(
          (id) =>
            html`<label class="check"
              ><input type="checkbox" name="permissions" value=${id} /><span class="mono s breaks">${id}</span></label
            >`,
        )}
      </div>
    </fieldset>
  </details>`;

/** As the platform wants it. */
export const chosen = (form: FormData): string[] => {
  const ticked = form.getAll('permissions').map(String);
  return ticked.length ? ticked : ['*'];
};
