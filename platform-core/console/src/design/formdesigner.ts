import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Text } from '../api/types/common';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { inWords } from './conditionbuilder';
import './fieldpanel';
import { FIELD_TYPES, typeName } from './fieldtypes';
import { idOf, movers } from './inputs';
import { addField, HEADER_FIELDS, moved, place, removeField, step, unplaced } from './model';
import { Part } from './part';

/** The form as people will see it: fields are dragged in and moved by hand or by keys, and edited beside it. */
@customElement('vaksam-form-designer')
export class FormDesigner extends Part {
  @state() private selected = '';
  @state() private over: { group: number; at: number } | null = null;
  @state() private said = '';
  private dragged: { name?: string; type?: string } | null = null;

  protected override render(): unknown {
    const rest = unplaced(this.doc);
    return html`<div class="formed">
        ${this.palette()}
        <div class="fcan">
          <p class="sr" id="form-keys">${t('design.form.keys')}</p>
          <p class="sr" role="status">${this.said}</p>
          ${this.doc.layout.map((_, at) => this.group(at))}
          ${
            rest.length
              ? html`<section class="fgroup" aria-labelledby=${idOf('rest')}>
                  <h2 id=${idOf('rest')}>${t('form.more')}</h2>
                  <ul>
                    ${rest.map((name) => this.field(name, -1, 0))}
                  </ul>
                </section>`
              : nothing
          }
          <button class="btn sm" type="button" @click=${this.addGroup}>${icon('plus')}${t('design.group.add')}</button>
        </div>
      </div>
      <aside class="insp" aria-label=${t('design.selected')}>
        ${
          this.selected
            ? html`<vaksam-field-panel
                .session=${this.session}
                .fieldId=${this.selected}
                @pick=${({ detail }: CustomEvent<string>) => (this.selected = detail)}
                @gone=${({ detail }: CustomEvent<string>) => this.takeOut(detail)}
              ></vaksam-field-panel>`
            : html`<p class="m2">${t('design.form.none')}</p>`
        }
      </aside>`;
  }

  private palette(): unknown {
    const placed = new Set(this.doc.layout.flatMap(({ fields }) => fields));
    const header = HEADER_FIELDS.filter((name) => !placed.has(name));
    return html`<div class="pal">
      <h2>${t('design.drag')}</h2>
      <ul>
        ${Object.entries(FIELD_TYPES).map(
          ([type, picture]) =>
            html`<li>
              <button
                type="button"
                draggable="true"
                data-type=${type}
                @click=${() => this.add(type)}
                @dragstart=${(event: DragEvent) => this.drag(event, { type })}
                @dragend=${this.dropped}
              >
                ${icon(picture)}${typeName(type)}
              </button>
            </li>`,
        )}
      </ul>
      ${
        header.length
          ? html`<h2>${t('design.header')}</h2>
              <ul>
                ${header.map(
                  (name) =>
                    html`<li>
                      <button
                        type="button"
                        draggable="true"
                        @click=${() => this.put(name, this.doc.layout.length - 1)}
                        @dragstart=${(event: DragEvent) => this.drag(event, { name })}
                        @dragend=${this.dropped}
                      >
                        ${icon('plus')}${this.fieldName(name)}
                      </button>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
    </div>`;
  }

  private group(at: number): unknown {
    const { group, fields } = this.doc.layout[at]!;
    const name = label(group);
    const rename = (text: Text) =>
      this.change(
        { ...this.doc, layout: this.doc.layout.map((one, i) => (i === at ? { ...one, group: text } : one)) },
        `group.${at}`,
      );
    const input = (language: 'sv' | 'en') =>
      html`<input
        class="in bare"
        lang=${language}
        maxlength="500"
        aria-label="${t('design.group')}, ${t(language === 'sv' ? 'design.swedish' : 'design.english')}"
        .value=${group[language]}
        @input=${(event: Event) => rename({ ...group, [language]: (event.target as HTMLInputElement).value })}
      />`;
    return html`<section
      class="fgroup"
      aria-label=${name}
      @dragover=${(event: DragEvent) => this.hover(event, at, fields.length)}
      @drop=${this.drop}
    >
      <div class="ghead">
        ${input('sv')}${input('en')}
        ${movers(name, {
          up: at > 0 ? () => this.change({ ...this.doc, layout: moved(this.doc.layout, at, -1) }) : null,
          down:
            at < this.doc.layout.length - 1
              ? () => this.change({ ...this.doc, layout: moved(this.doc.layout, at, 1) })
              : null,
          remove: () => this.change({ ...this.doc, layout: this.doc.layout.filter((_, i) => i !== at) }),
        })}
      </div>
      <ul>
        ${fields.map((field, index) => this.field(field, at, index))}
        ${this.over?.group === at && this.over.at === fields.length ? html`<li class="dropline"></li>` : nothing}
      </ul>
      ${fields.length ? nothing : html`<p class="s m">${t('design.group.empty')}</p>`}
    </section>`;
  }

  private field(name: string, group: number, at: number): unknown {
    const own = this.doc.fields.find(({ id }) => id === name);
    const faults = own ? this.faultsAt(`fields[${name}]`) : [];
    const needed = this.doc.transitions.find(({ requires }) => requires?.includes(name));
    const here = this.over?.group === group && this.over.at === at;
    return html`${here ? html`<li class="dropline"></li>` : nothing}
      <li
        class="ff ${this.selected === name ? 'sel' : ''}"
        @dragover=${(event: DragEvent) => this.hover(event, group, at)}
      >
        <span
          class="grip"
          draggable="true"
          aria-hidden="true"
          @dragstart=${(event: DragEvent) => this.drag(event, { name })}
          @dragend=${this.dropped}
          >${icon('grip-vertical')}</span
        >
        <button
          class="face"
          type="button"
          data-name=${name}
          aria-pressed=${this.selected === name}
          aria-describedby="form-keys"
          @click=${() => (this.selected = name)}
          @keydown=${(event: KeyboardEvent) => this.pressed(event, name)}
        >
          <span class="label"
            >${this.fieldName(name)}${own?.required || name === 'title' ? html` <span class="badge line">${t('design.required')}</span>` : nothing}${
              needed
                ? html` <span class="badge line">${t('design.needed', { what: label(needed.label) })}</span>`
                : nothing
            }${faults.length ? html` <span class="badge bad">${icon('circle-alert')}${faults.length}</span>` : nothing}</span
          >
          <span class="in fake" aria-hidden="true">${own ? typeName(own.type) : t('design.header.one')}</span>
          ${own?.showIf ? html`<span class="s m">${t('design.shownIf', { what: inWords(this.doc, own.showIf) })}</span>` : nothing}
        </button>
      </li>`;
  }

  private add(type: string, group = this.groupOfSelected(), at?: number): void {
    const label = { sv: `${typeName(type)}`, en: `${typeName(type)}` };
    const { doc, id } = addField(this.doc, type, label, group, at);
    this.change(doc);
    this.selected = id;
    this.said = t('design.said.added', { name: typeName(type) });
    void this.updateComplete.then(() => {
      const input = this.querySelector<HTMLInputElement>('vaksam-field-panel input');
      input?.focus();
      input?.select();
    });
  }

  private groupOfSelected(): number {
    const at = this.doc.layout.findIndex(({ fields }) => fields.includes(this.selected));
    return at < 0 ? this.doc.layout.length - 1 : at;
  }

  private put(name: string, group: number, at?: number): void {
    this.change(place(this.doc, name, group, at));
    this.selected = name;
  }

  private takeOut(name: string): void {
    this.change(removeField(this.doc, name));
    this.selected = '';
    this.said = t('design.said.removed');
  }

  private readonly addGroup = (): void =>
    this.change({
      ...this.doc,
      layout: [...this.doc.layout, { group: { sv: 'Ny grupp', en: 'New group' }, fields: [] }],
    });

  private pressed(event: KeyboardEvent, name: string): void {
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    if (by) {
      event.preventDefault();
      this.change(step(this.doc, name, by));
      this.said = t('design.said.moved', { name: this.fieldName(name) });
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>(`.face[data-name="${CSS.escape(name)}"]`)?.focus(),
      );
    } else if (event.key === 'Delete') {
      event.preventDefault();
      this.takeOut(name);
    }
  }

  private drag(event: DragEvent, what: { name?: string; type?: string }): void {
    this.dragged = what;
    event.dataTransfer?.setData('text/plain', what.name ?? what.type ?? '');
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  }

  private hover(event: DragEvent, group: number, at: number): void {
    if (!this.dragged || group < 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.over?.group !== group || this.over.at !== at) this.over = { group, at };
  }

  private readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    const { dragged, over } = this;
    this.dropped();
    if (!dragged || !over) return;
    if (dragged.type) this.add(dragged.type, over.group, over.at);
    else if (dragged.name) this.put(dragged.name, over.group, over.at);
  };

  private readonly dropped = (): void => {
    this.dragged = null;
    this.over = null;
  };
}
