import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post, remove, upload } from '../api/client';
import { Problem } from '../api/problem';
import type { ModuleItem, ModuleList, Operation, Plan } from '../api/types/modules';
import { label, number, t } from '../i18n/i18n';
import { failedPage, note, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { place, query, staying } from '../shell/router';
import { modulesChanged } from '../shell/live';
import { may } from '../shell/session';
import { moduleDetail } from './moduledetail';
import { moduleLines } from './modulelines';
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
    this.entitle(t('nav.modules'));
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
    if (this.problem) return failedPage(this.problem, () => void this.load());
    const { modules } = this;
    if (!modules) return html`<div class="page">${skeleton(8)}</div>`;
    const open = !!this.plan || !!place.value.query.get('id');
    return html`<div class="mods ${open ? 'has-open' : ''}">
        <section class="mlist" aria-labelledby="modules-title">
          <header class="row">
            ${open ? html`<h2 id="modules-title" class="title">${t('nav.modules')}</h2>` : html`<h1 id="modules-title" class="title">${t('nav.modules')}</h1>`}
            ${this.file()}
          </header>
          ${moduleLines(modules, this.plan?.module ?? place.value.query.get('id'), () => this.forget())}
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
              : moduleDetail(place.value.query.get('id'), modules, this.history, {
                  plan: (offer) => void this.makePlan(offer),
                  rollback: (item) => void this.rollback(item),
                  remove: (item) => (this.removing = item),
                  busy: this.busy,
                  sending: this.sending !== null,
                  allowed: this.manage,
                })
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

  private async makePlan(source: File | { catalogue: string; version: string }): Promise<void> {
    this.source = source;
    this.forget();
    this.sending = source instanceof File ? 0 : 1;
    try {
      this.plan =
        source instanceof File
          ? await upload<Plan>('modules/plan', source, 'application/java-archive', (share) => (this.sending = share))
          : await post<Plan>('modules/plan', source);
      if (this.isConnected) scrollTo(0, 0);
    } catch (caught) {
      this.trouble = caught;
    } finally {
      this.sending = null;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('#plan-title')?.focus();
  }

  private async work(deed: () => Promise<Operation>, title: string): Promise<void> {
    const still = staying();
    this.busy = true;
    this.trouble = null;
    try {
      const done = await deed();
      toast(t(`modules.done.${done.kind}`, { title }));
      this.plan = null;
      if (still()) query({ id: done.kind === 'uninstall' ? null : done.module });
    } catch (caught) {
      this.trouble = caught;
      if (this.isConnected) scrollTo(0, 0);
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
