import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, patch, post, remove } from '../api/client';
import type { Group, WholeGroup } from '../api/types/access';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { type Ask, type Choosable, comboField } from '../record/combobox';
import '../kit/dialog';

/** People who are given roles together. Sends `change` when a group did. */
@customElement('vaksam-groups')
export class Groups extends Trying {
  @property({ attribute: false }) groups: Group[] = [];
  @property({ attribute: false }) findPeople: Ask = () => Promise.resolve([]);
  @state() private draft: WholeGroup | null = null;
  @state() private etag = '';

  protected override render(): unknown {
    return html`<div class="head">
        <div>
          <h2>${t('groups.title')}</h2>
          <p class="m2">${t('groups.why')}</p>
        </div>
        <button class="btn" type="button" @click=${() => this.open({ id: '', name: '', members: [] }, '')}>
          ${icon('plus')}${t('groups.new')}
        </button>
      </div>
      ${this.draft ? nothing : this.troubled()}
      <ul class="plain">
        ${this.groups.map(
          ({ id, name, members }) =>
            html`<li>
              <button class="link b" type="button" @click=${() => void this.read(id)}>${name}</button>
              <span class="m2">${t('groups.members', { n: members })}</span>
            </li>`,
        )}
      </ul>
      ${this.draft ? this.dialog(this.draft) : nothing}`;
  }

  private open(draft: WholeGroup, etag: string): void {
    this.trouble = null;
    this.draft = draft;
    this.etag = etag;
  }

  private async read(id: string): Promise<void> {
    await this.attempt(async () => {
      const { body, etag } = await call<WholeGroup>(`groups/${id}`);
      this.open(body, etag);
    });
  }

  private dialog(draft: WholeGroup): unknown {
    const leave = () => {
      this.draft = null;
      this.trouble = null;
    };
    const without = (gone: string) =>
      (this.draft = { ...draft, members: draft.members.filter(({ id }) => id !== gone) });
    const add = (person: Choosable | null) => {
      if (person && draft.members.every(({ id }) => id !== person.id))
        this.draft = { ...draft, members: [...draft.members, { id: person.id, name: person.name }] };
    };
    const field = (name: string, title: string, value: string, required: boolean) =>
      html`<label class="field"
        ><span class="label">${title}</span
        ><input class="in" name=${name} .value=${value} ?required=${required} maxlength="200" autocomplete="off"
      /></label>`;
    return html`<vaksam-dialog
      heading=${draft.id ? draft.name : t('groups.new')}
      .body=${html`<form id="group-form" class="stack" @submit=${this.save}>
        ${this.troubled()} ${field('name', t('accounts.name'), draft.name, true)}
        ${field('externalKey', t('groups.key'), draft.externalKey ?? '', false)}
        ${comboField('group-member', t('groups.add'), null, this.findPeople, add)}
        <ul class="plain">
          ${draft.members.map(
            ({ id, name }) =>
              html`<li class="row">
                ${name}<button
                  class="btn quiet icon sm"
                  type="button"
                  aria-label=${t('groups.drop', { name })}
                  @click=${() => without(id)}
                >
                  ${icon('x')}
                </button>
              </li>`,
          )}
        </ul>
      </form>`}
      .buttons=${html`${
          draft.id
            ? html`<button class="btn danger" type="button" @click=${() => void this.delete(draft)}>
                ${t('groups.delete')}
              </button>`
            : nothing
        }<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="group-form">${t('action.save')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const { id = '', members = [] } = this.draft ?? {};
    const sent = {
      name: form.get('name'),
      externalKey: form.get('externalKey') || null,
      members: members.map((member) => member.id),
    };
    await this.act(() => (id ? patch(`groups/${id}`, sent, this.etag) : post('groups', sent)));
  };

  private readonly delete = ({ id }: WholeGroup) => this.act(() => remove(`groups/${id}`, this.etag));

  private async act(deed: () => Promise<unknown>): Promise<void> {
    await this.attempt(async () => {
      await deed();
      toast(t('groups.saved'));
      this.draft = null;
      this.dispatchEvent(new CustomEvent('change'));
    });
  }
}
