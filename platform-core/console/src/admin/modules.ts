import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post, remove, upload } from '../api/client';
import { Problem } from '../api/problem';
import type { ModuleItem, ModuleList, Operation, Plan } from '../api/types';
import { label, number, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { empty, failed, note, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { light } from '../kit/marks';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { address, place, query } from '../shell/router';
import { modulesChanged } from '../shell/live';
import { may } from '../shell/session';
import { planPage } from './plan';
import './uninstall';

/** What is installed and how it is; a plan before every change. Which module is open stands in the address. */
@customElement('vaksam-modules')
export class Modules extends View {
  @state() private modules: ModuleList | null = null;
  @state() private history: Operation[] = [];
  @state() private plan: Plan | null = null;
  @state() private problem: unknown = null;
  @state() private trouble: unknown = null;
  @state() private sending: number | null = null;
  @state() private busy = false;
  @state() private removing: ModuleItem | null = null;
  private source: File | { catalogue: string; version: string } | null = null;
  private leaveLive: () => void = () => undefined;

  protected override stores = () => [place];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${t('nav.modules')} · Vaksam`;
    void this.load();
    this.leaveLive = modulesChanged.watch(() => void this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaveLive();
  }

  private async load(): Promise<void> {
    try {
      const [modules, history] = await Promise.all([
        get<ModuleList>('modules'),
        get<{ items: Operation[] }>('modules/history'),
      ]);
      this.modules = modules;
      this.history = history.items;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  private get manage(): boolean {
    return may('platform:modules:manage');
  }

  protected override render(): unknown {
    if (this.problem) return html`<div class="page lone">${failed(this.problem, () => void this.load())}</div>`;
    const { modules } = this;
    if (!modules) return html`<div class="page">${skeleton(8)}</div>`;
    return html`<div class="mods ${this.plan || place.value.query.get('id') ? 'has-open' : ''}">
        <section class="mlist" aria-labelledby="modules-title">
          <header class="row">
            <h1 id="modules-title">${t('nav.modules')}</h1>
            ${this.file()}
          </header>
          ${this.lists(modules)}
          <p class="s m platform">${t('modules.platform', { version: modules.platform })}</p>
        </section>
        <div class="mbody">
          ${this.trouble ? html`<div class="trouble">${this.troubled()}</div>` : nothing}
          ${this.sending === null ? nothing : this.progress(this.sending)}
          ${
            this.plan
              ? planPage(this.plan, modules, {
                  apply: () => void this.apply(),
                  leave: () => (this.plan = null),
                  busy: this.busy,
                  allowed: this.manage,
                })
              : this.detail(modules)
          }
        </div>
      </div>
      ${
        this.removing
          ? html`<vaksam-uninstall
              .module=${this.removing}
              @done=${() => (this.removing = null)}
              @choice=${(event: CustomEvent<string>) => void this.uninstall(event.detail)}
            ></vaksam-uninstall>`
          : nothing
      }`;
  }

  private file(): unknown {
    if (!this.manage) return nothing;
    return html`<label class="btn sm push file">
      ${icon('package-plus')}${t('modules.install')}<input
        class="sr"
        type="file"
        accept=".jar"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const chosen = input.files?.[0];
          input.value = '';
          if (chosen) void this.makePlan(chosen);
        }}
      />
    </label>`;
  }

  private lists({ items, catalogue }: ModuleList): unknown {
    const here = items.filter(({ state: now }) => now !== 'kept');
    const kept = items.filter(({ state: now }) => now === 'kept');
    const offered = catalogue.filter(({ id }) => !here.some((item) => item.id === id));
    const group = (name: string, lines: unknown[]) =>
      lines.length
        ? html`<h2>${name}</h2>
            <ul>
              ${lines}
            </ul>`
        : nothing;
    return html`${group(
      t('modules.areas'),
      here.map((item) => this.line(item, catalogue)),
    )}
    ${group(
      t('modules.catalogue'),
      offered.map(({ id, version, title }) =>
        this.row(id, label(title), version, 'package', light('none', t('modules.notyet')), ''),
      ),
    )}
    ${group(
      t('modules.kept'),
      kept.map((item) =>
        this.row(
          item.id,
          label(item.title),
          item.version,
          'archive',
          light('none', t('health.kept')),
          t('modules.keep.why'),
        ),
      ),
    )}`;
  }

  private line(item: ModuleItem, catalogue: ModuleList['catalogue']): unknown {
    const newer = catalogue.find(({ id, version }) => id === item.id && version !== item.version);
    const dormant = item.state === 'dormant';
    const words = dormant
      ? label(item.reason)
      : newer
        ? html`<span class="b accent">${t('modules.offered', { version: newer.version })}</span>`
        : item.health.status === 'OK'
          ? t('modules.since', { time: moment(item.since) })
          : label(item.health.message);
    return this.row(
      item.id,
      label(item.title),
      item.version,
      item.records[0]?.icon ?? 'box',
      dormant ? light('none') : light(item.health.status),
      words,
    );
  }

  private row(id: string, title: string, version: string, picture: string, mark: unknown, words: unknown): unknown {
    const current = (this.plan?.module ?? place.value.query.get('id')) === id;
    return html`<li>
      <a
        href=${address('/admin/modules', { id })}
        aria-current=${current ? 'true' : nothing}
        @click=${() => this.forget()}
        >${icon(picture)}<span class="b">${title} <span class="v">${version}</span></span
        >${mark}
        <p>${words}</p></a
      >
    </li>`;
  }

  private forget(): void {
    this.plan = null;
    this.trouble = null;
  }

  private troubled(): unknown {
    const problem = Problem.of(this.trouble);
    if (problem.slug !== 'plan-outdated') return noteOf(problem);
    return note(
      'warn',
      'clock-alert',
      html`${t('plan.outdated')}
        <button class="link" type="button" @click=${() => this.source && void this.makePlan(this.source)}>
          ${t('plan.again')}
        </button>`,
    );
  }

  private progress(share: number): unknown {
    const words =
      share < 1 ? t('modules.uploading', { share: number(share, { style: 'percent' }) }) : t('modules.planning');
    return html`<div class="sending" role="status">
      <p class="m2">${words}</p>
      ${share < 1 ? html`<progress max="1" .value=${share} aria-label=${words}></progress>` : html`<progress aria-label=${words}></progress>`}
    </div>`;
  }

  private detail({ items, catalogue }: ModuleList): unknown {
    const id = place.value.query.get('id');
    const item = items.find((one) => one.id === id);
    const offer = catalogue.find((one) => one.id === id);
    if (!item && !offer)
      return html`${items.length ? empty('blocks', t('modules.choose'), t('modules.choose.why')) : empty('package', t('modules.none'), t('modules.none.why'))}
      ${this.operations('')}`;
    const title = label(item?.title ?? offer?.title);
    return html`<section class="plan" aria-labelledby="module-title">
      <nav class="crumbs" aria-label=${t('shell.crumbs')}>
        <ol>
          <li><a href="/console/admin/modules">${t('nav.modules')}</a>${icon('chevron-right', 'i-s')}</li>
          <li>${title}</li>
        </ol>
      </nav>
      <div class="head">
        <h2 id="module-title">${title}</h2>
        ${
          offer && (!item || item.state === 'kept' || item.version !== offer.version) && this.manage
            ? html`<button
                class="btn primary"
                type="button"
                ?disabled=${this.sending !== null}
                @click=${() => void this.makePlan({ catalogue: offer.id, version: offer.version })}
              >
                ${icon('list-checks')}${item && item.state !== 'kept' ? t('modules.update', { version: offer.version }) : t('modules.plan')}
              </button>`
            : nothing
        }
      </div>
      ${item ? this.facts(item) : html`<p class="m2">${t('modules.version')} ${offer?.version}</p>`}
      ${this.manage ? nothing : note('', 'info', t('modules.forbidden'))} ${this.operations(id ?? '')}
    </section>`;
  }

  private facts(item: ModuleItem): unknown {
    const line = (name: string, value: unknown) =>
      value
        ? html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`
        : nothing;
    return html`<dl class="kv wide-kv">
        ${line(t('modules.health'), item.state === 'live' ? html`${light(item.health.status)} <span class="m2">${label(item.health.message)}</span>` : label(item.reason) || light('none'))}
        ${line(t('modules.version'), item.version)}
        ${line(t('modules.revision'), html`<span class="mono">${item.revision}</span>`)}
        ${line(t('modules.before'), item.previous ? html`<span class="mono">${item.previous}</span>` : '')}
        ${
          item.state === 'live' && item.records.length
            ? line(
                t('modules.brings'),
                item.records.map(
                  (record) => html`<a href=${address(`/a/${item.id}/${record.path}`)}>${label(record.titles)}</a> `,
                ),
              )
            : nothing
        }
      </dl>
      ${
        this.manage
          ? html`<div class="row deeds">
              ${
                item.previous && item.state !== 'kept'
                  ? html`<button
                      class="btn"
                      type="button"
                      title=${t('modules.rollback.why')}
                      ?disabled=${this.busy}
                      @click=${() => void this.rollback(item)}
                    >
                      ${icon('undo-2')}${t('modules.rollback', { version: item.previous.split('-')[0] ?? item.previous })}
                    </button>`
                  : nothing
              }
              ${item.state === 'kept' ? nothing : html`<button class="btn danger" type="button" @click=${() => (this.removing = item)}>${icon('trash-2')}${t('modules.remove')}</button>`}
            </div>`
          : nothing
      }`;
  }

  private operations(id: string): unknown {
    const shown = this.history.filter((one) => !id || one.module === id).slice(0, 30);
    if (shown.length === 0) return id ? html`<p class="m none">${t('modules.history.none')}</p>` : nothing;
    const titles = new Map(this.modules?.items.map((item) => [item.id, label(item.title)]));
    return html`<section class="sec ops">
      <header><h2>${t('modules.history')}</h2></header>
      <ol class="tl">
        ${shown.map((one) => {
          const millis = one.steps.reduce((sum, step) => sum + step.millis, 0);
          return html`<li>
            <span class="dot" aria-hidden="true">${icon(one.ok ? 'check' : 'undo-2')}</span>
            <p class="ev">
              ${id ? nothing : html`<b>${titles.get(one.module) ?? one.module}</b> · `}<b
                >${t(`op.${one.kind}`, { from: one.from ?? '', to: one.to ?? '' })}</b
              >
              ${one.actor}${millis ? `, ${t('op.took', { millis })}` : nothing}
              <time class="s" datetime=${one.at}>${moment(one.at)}</time>
              ${one.ok ? nothing : html`<br /><span class="bad">${t('op.undone', { why: label(one.failure) })}</span>`}
            </p>
          </li>`;
        })}
      </ol>
    </section>`;
  }

  private async makePlan(source: File | { catalogue: string; version: string }): Promise<void> {
    this.source = source;
    this.forget();
    this.sending = source instanceof File ? 0 : 1;
    try {
      this.plan =
        source instanceof File
          ? await upload<Plan>('modules/plan', source, 'application/java-archive', (share) => (this.sending = share))
          : await post<Plan>('modules/plan', source);
      scrollTo(0, 0);
    } catch (caught) {
      this.trouble = caught;
    } finally {
      this.sending = null;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('#plan-title')?.focus();
  }

  private async work(deed: () => Promise<Operation>, title: string): Promise<void> {
    this.busy = true;
    this.trouble = null;
    try {
      const done = await deed();
      toast(t(`modules.done.${done.kind}`, { title }));
      this.plan = null;
      query({ id: done.kind === 'uninstall' ? null : done.module });
    } catch (caught) {
      this.trouble = caught;
      scrollTo(0, 0);
    } finally {
      this.busy = false;
      await this.load();
    }
  }

  private readonly apply = () => {
    const plan = this.plan!;
    return this.work(() => post<Operation>('modules/apply', { plan: plan.hash }), label(plan.title));
  };

  private readonly rollback = (item: ModuleItem) =>
    this.work(() => post<Operation>(`modules/${item.id}/rollback`, undefined), label(item.title));

  private uninstall(data: string): Promise<void> {
    const item = this.removing!;
    this.removing = null;
    const confirm = data === 'purge' ? `&confirm=${item.id}` : '';
    return this.work(() => remove<Operation>(`modules/${item.id}?data=${data}${confirm}`), label(item.title));
  }
}
