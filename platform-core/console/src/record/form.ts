import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { post } from '../api/client';
import { Problem } from '../api/problem';
import type { KindDefinition, TypeDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { whereIs } from '../asset/register';
import { label, locale, t } from '../i18n/i18n';
import { emptyPage, failedPage, note, skeleton, words } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { can, listAddress, listTitle, loadCounts, type Found } from '../shell/areas';
import { go, place, query, staying } from '../shell/router';
import { definitionsOf, kindOf } from './definitions';
import { dropDraft, findDraft, keepDraft, newKey } from './draft';
import { body, cellErrors, formField, groupsOf, holds, isEmpty, ownName, type FormField, type Values } from './fields';
import { findPeople } from './people';
import type { Ask } from './combobox';
import './field';

/** A new record: the kind first, then its form as the definition says it. Nothing is lost on the way. */
@customElement('vaksam-form')
export class Form extends View {
  @property({ attribute: false }) found!: Found;
  @state() private definition: TypeDefinition | null = null;
  @state() private problem: unknown = null;
  @state() private trouble: Problem | null = null;
  @state() private errors: Record<string, string> = {};
  @state() private values: Values = {};
  @state() private cells: Record<string, Record<string, string>> = {};
  @state() private busy = false;
  /** Files that are still being uploaded. */
  @state() private pending = 0;
  @state() private kept = false;
  private key: string = newKey();
  private generation = 0;

  protected override stores = () => [place];

  private get type(): string {
    return this.found.record.type;
  }

  private get kind(): KindDefinition | undefined {
    const kinds = this.definition?.kinds ?? [];
    return kindOf(this.definition, place.value.query.get('kind') ?? '') ?? (kinds.length === 1 ? kinds[0] : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.entitle(this.heading());
    if (changed.has('found') && (changed.get('found') as Found | undefined)?.record.type !== this.type)
      void this.load();
  }

  private heading = () => t('palette.new', { what: label(this.found.record.title).toLowerCase() });

  private async load(): Promise<void> {
    const draft = findDraft(this.type);
    if (draft) {
      this.values = draft.values;
      this.key = draft.key;
      this.kept = true;
      if (!place.value.query.get('kind') && draft.kind) query({ kind: draft.kind }, { replace: true });
    }
    try {
      this.definition = await definitionsOf(this.found);
      const about = place.value.query.get('asset');
      if (about) {
        const there = await whereIs(about);
        this.values = { ...there, ...this.values, asset: there['asset'] };
      }
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (!can(this.found.record, 'create')) return emptyPage('lock', t('error.forbidden'), t('form.cannot'));
    if (this.problem) return failedPage(this.problem, () => void this.load());
    if (!this.definition) return html`<div class="page">${skeleton(8)}</div>`;
    const kind = this.kind;
    return html`<div class="page form-page">
      <nav class="crumbs" aria-label=${t('shell.crumbs')}>
        <ol>
          <li><a href=${listAddress(this.found)}>${listTitle(this.found)}</a>${icon('chevron-right', 'i-s')}</li>
          <li>${kind ? label(kind.title) : t('form.kind')}</li>
        </ol>
      </nav>
      <h1>${this.heading()}</h1>
      ${this.kept ? this.draftNote() : nothing} ${kind ? this.form(kind) : this.kinds(this.definition.kinds)}
    </div>`;
  }

  private draftNote(): unknown {
    return note(
      '',
      'cloud-check',
      html`${t('form.draft')} <button class="link" type="button" @click=${this.restart}>${t('form.restart')}</button>`,
    );
  }

  private readonly restart = (): void => {
    dropDraft(this.type);
    this.values = {};
    this.errors = {};
    this.trouble = null;
    this.kept = false;
    this.key = newKey();
    this.generation += 1;
    query({ kind: null }, { replace: true });
  };

  private kinds(kinds: KindDefinition[]): unknown {
    return html`<p class="m2 lede">${t('form.kind.why')}</p>
      <ul class="kinds">
        ${inOrder(kinds).map(
          ({ kind, title, icon: picture, help }) =>
            html`<li>
              <button type="button" @click=${() => query({ kind })}>
                ${icon(picture ?? this.found.record.icon)}<span
                  ><b class="b">${label(title)}</b
                  >${help ? html`<span class="m s">${label(help)}</span>` : nothing}</span
                >
              </button>
            </li>`,
        )}
      </ul>`;
  }

  private shown = (fields: FormField[]) => fields.filter(({ showIf }) => holds(showIf, this.answers()));

  /** Values with the defaults of the kind under them. */
  private answers(): Values {
    return { ...this.kind?.defaults, ...this.values };
  }

  private form(kind: KindDefinition): unknown {
    const groups = groupsOf(kind);
    return html`<form
      class="record-form"
      novalidate
      @submit=${this.save}
      @pending=${({ detail }: CustomEvent<number>) => (this.pending += detail)}
    >
      <div class="kind-now">
        ${icon(kind.icon ?? this.found.record.icon, 'i-l')}<b class="b">${label(kind.title)}</b>
        ${
          (this.definition?.kinds.length ?? 0) > 1
            ? html`<button class="btn quiet sm" type="button" @click=${() => query({ kind: null })}>
                ${t('form.kind.change')}
              </button>`
            : nothing
        }
      </div>
      ${this.summary(groups.flatMap(({ fields }) => fields))}
      ${keyed(
        `${kind.kind}/${this.generation}`,
        groups.map(
          ({ title, fields }) =>
            html`<section class="form-group">
              <h2>${label(title)}</h2>
              ${this.shown(fields).map((field) => this.field(field))}
            </section>`,
        ),
      )}
      <footer class="form-foot">
        <button class="btn primary" type="submit" ?disabled=${this.busy || this.pending > 0}>
          ${icon('check')}${t('form.save', { what: label(this.found.record.title).toLowerCase() })}
        </button>
        <a class="btn quiet" href=${listAddress(this.found)}>${t('action.cancel')}</a>
        <span class="s m push" role="status"
          >${this.pending > 0 ? t('fields.files.wait') : this.kept ? html`${icon('check', 'i-s')} ${t('form.kept')}` : nothing}</span
        >
      </footer>
    </form>`;
  }

  private summary(fields: FormField[]): unknown {
    const wrong = Object.entries(this.errors);
    if (this.trouble && wrong.length === 0) {
      const { title, detail } = words(this.trouble);
      return note('bad', 'unplug', html`<b class="b">${title}</b><br />${detail} ${t('form.safe')}`);
    }
    if (wrong.length === 0) return nothing;
    const name = (id: string) =>
      label(fields.find((field) => field.id === id)?.label ?? formField(id, this.kind)?.label) || id;
    return html`<div class="note bad summary" role="alert" tabindex="-1">
      ${icon('circle-alert')}
      <div>
        <b class="b">${t('form.wrong', { n: wrong.length })}</b>
        <ul>
          ${wrong.map(([id, detail]) => {
            const said = detail.includes(name(id));
            return html`<li>
              <a href="#${id}" @click=${(event: Event) => this.jump(event, id)}>${said ? detail : name(id)}</a
              >${said ? nothing : html`: ${detail}`}
            </li>`;
          })}
        </ul>
      </div>
    </div>`;
  }

  private jump(event: Event, id: string): void {
    event.preventDefault();
    const field = this.querySelector(`[data-field="${CSS.escape(id)}"]`);
    field?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
    field?.scrollIntoView({ block: 'center' });
  }

  private field(field: FormField): unknown {
    return html`<vaksam-field
      data-field=${field.id}
      .field=${field}
      .value=${this.answers()[field.id] ?? null}
      .error=${this.errors[field.id] ?? ''}
      .cells=${this.cells[field.id] ?? {}}
      .findPeople=${this.findPeople}
      @value=${(event: CustomEvent) => this.change(field.id, event.detail)}
    ></vaksam-field>`;
  }

  private readonly findPeople: Ask = (words) => findPeople(this.type)(words);

  private change(id: string, value: unknown): void {
    this.values = { ...this.values, [id]: value };
    if (this.errors[id]) {
      const { [id]: _gone, ...rest } = this.errors;
      this.errors = rest;
    }
    this.key = newKey();
    this.kept = true;
    this.keep();
  }

  private keep(): void {
    keepDraft(this.type, {
      kind: this.kind?.kind ?? '',
      values: this.values,
      key: this.key,
      at: new Date().toISOString(),
    });
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const kind = this.kind;
    if (!kind || this.busy || this.pending > 0) return;
    const fields = this.shown(groupsOf(kind).flatMap((group) => group.fields));
    const answers = this.answers();
    const missing = fields.filter(({ id, required }) => required && isEmpty(answers[id]));
    this.errors = Object.fromEntries(
      missing.map((field) => [field.id, t('form.required', { what: label(field.label) })]),
    );
    this.cells = {};
    this.trouble = null;
    if (missing.length) return this.showErrors();
    const still = staying();
    this.busy = true;
    this.keep();
    try {
      const { area, record } = this.found;
      const filled = fields.filter(({ id }) => !isEmpty(answers[id]));
      const sent = { kind: kind.kind, ...body(filled, answers) };
      const saved = await post<RecordDoc>(`${area.module}/${record.path}`, sent, { 'Idempotency-Key': this.key });
      dropDraft(this.type);
      void loadCounts();
      const there = `${listAddress(this.found)}/${saved.number}`;
      toast(
        t('form.saved', { number: saved.number }),
        still() ? undefined : { label: t('action.open'), run: () => go(there) },
      );
      if (still()) go(there, { replace: true });
    } catch (caught) {
      this.trouble = Problem.of(caught);
      this.errors = Object.fromEntries(this.trouble.errors.map(({ field, detail }) => [ownName(field), detail]));
      this.cells = cellErrors(this.trouble.errors);
      this.showErrors();
    } finally {
      this.busy = false;
    }
  };

  private showErrors(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.summary, .note.bad')?.focus());
    void this.updateComplete.then(() => this.querySelector('.summary, .note.bad')?.scrollIntoView({ block: 'center' }));
  }
}

/** In the reader's alphabet, what fits nothing else last. */
const inOrder = (kinds: KindDefinition[]) =>
  [...kinds].sort(
    (a, b) =>
      Number(a.kind === 'other') - Number(b.kind === 'other') || label(a.title).localeCompare(label(b.title), locale()),
  );
