import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post, remove, upload } from '../api/client';
import { Problem } from '../api/problem';
import type { Former, ModuleItem, ModuleList, Operation, Plan, Progress, Step } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { failedPage, note, noteOf, skeleton } from '../kit/feedback';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { modulesChanged } from '../shell/live';
import { place, query, staying } from '../shell/router';
import { may } from '../shell/session';
import { fileChooser, sendingLine } from './chooser';
import './countersign';
import { moduleDetail } from './moduledetail';
import { moduleLines } from './modulelines';
import { planPage } from './plan';
import './progress';
import './uninstall';
import type { DataMode } from './uninstall';
import { waitsLong } from './verdict';

const typeOf = ({ name }: File) => (/\.zip$/i.test(name) ? 'application/zip' : 'application/java-archive');

/** How long the steps of an operation stay after its end: an update takes less time than one needs to look at it. */
const SEEN_MILLIS = 700;

type Source = File | { catalogue: string; version: string };

interface Deed {
  kind: Operation['kind'];
  title: string;
  /** What is expected to be done; empty when nobody has planned it. */
  steps: Step[];
  send: () => Promise<Operation>;
  /** What was done, once it is over. */
  answered?: Step[];
}

/** What is installed and how it is; a plan before every change. Which module is open stands in the address. */
@customElement('vaksam-modules')
export class Modules extends View {
  @state() private modules: ModuleList | null = null;
  @state() private history: Operation[] = [];
  @state() private plan: Plan | null = null;
  @state() private accepted = false;
  @state() private problem: unknown = null;
  @state() private trouble: unknown = null;
  @state() private sending: number | null = null;
  @state() private doing: Deed | null = null;
  @state() private elsewhere: Progress | null = null;
  @state() private removing: ModuleItem | null = null;
  @state() private vouching = false;
  private fresh: string | null = null;
  private source: Source | null = null;
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
      const [modules, history, { operation }] = await Promise.all([
        get<ModuleList>('modules'),
        get<{ items: Operation[] }>('modules/history'),
        get<{ operation: Progress | null }>('modules/progress'),
      ]);
      this.modules = modules;
      this.history = history.items;
      this.elsewhere = this.doing ? null : operation;
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
    const id = place.value.query.get('id');
    const open = !!this.plan || !!id;
    return html`<div class="mods ${open || this.doing || this.trouble ? 'has-open' : ''}">
        <section class="mlist" aria-labelledby="modules-title">
          <header class="row">
            ${open || this.doing ? html`<h2 id="modules-title" class="title">${t('nav.modules')}</h2>` : html`<h1 id="modules-title" class="title">${t('nav.modules')}</h1>`}
            ${this.manage ? fileChooser((file) => void this.makePlan(file)) : nothing}
          </header>
          ${moduleLines(modules, this.plan?.module ?? id, () => this.forget())}
          <p class="s m platform">
            ${t('modules.platform', { version: modules.platform })} ·
            <a href="/console/admin/trust">${t('modules.trust')}</a>
          </p>
        </section>
        <div class="mbody">
          ${this.trouble ? html`<div class="trouble">${this.troubled()}</div>` : nothing}
          ${this.sending === null ? nothing : sendingLine(this.sending)} ${this.doing ? this.ours(this.doing) : nothing}
          ${this.elsewhere ? this.theirs(this.elsewhere, modules) : nothing}
          ${this.doing ? nothing : this.opened(id, modules)}
        </div>
      </div>
      ${this.dialogs()}`;
  }

  private opened(id: string | null, modules: ModuleList): unknown {
    const busy = !!this.elsewhere;
    if (this.plan)
      return planPage(this.plan, modules, {
        apply: () => void this.apply(),
        leave: () => this.forget(),
        countersign: () => (this.vouching = true),
        accept: (accepted) => (this.accepted = accepted),
        accepted: this.accepted,
        file: this.source instanceof File ? this.source.name : '',
        busy,
        allowed: this.manage,
      });
    return moduleDetail(id, modules, this.history, {
      plan: (offer) => void this.makePlan(offer),
      rollback: (item, to) => void this.rollback(item, to),
      remove: (item) => (this.removing = item),
      busy,
      sending: this.sending !== null,
      allowed: this.manage,
      fresh: this.fresh,
    });
  }

  private ours({ kind, title, steps, answered }: Deed): unknown {
    return html`<vaksam-progress
      own
      .heading=${t(`progress.${kind}`, { title })}
      .expected=${steps}
      .answered=${answered}
    ></vaksam-progress>`;
  }

  private theirs({ kind, module, actor }: Progress, { items, catalogue }: ModuleList): unknown {
    const known = [...items, ...catalogue].find(({ id }) => id === module);
    return html`<vaksam-progress
      .heading=${t(`progress.${kind}`, { title: label(known?.title) || module })}
      .by=${actor}
      @ended=${() => void this.load()}
    ></vaksam-progress>`;
  }

  private dialogs(): unknown {
    return html`${
      this.removing
        ? html`<vaksam-uninstall
            .module=${this.removing}
            @done=${() => (this.removing = null)}
            @choice=${(event: CustomEvent<DataMode>) => void this.uninstall(event.detail)}
          ></vaksam-uninstall>`
        : nothing
    }
    ${
      this.vouching && this.plan
        ? html`<vaksam-countersign
            .plan=${this.plan}
            @done=${() => (this.vouching = false)}
            @countersigned=${() => void this.planAgain()}
          ></vaksam-countersign>`
        : nothing
    }`;
  }

  private forget(): void {
    this.plan = null;
    this.trouble = null;
    this.accepted = false;
    this.vouching = false;
  }

  private troubled(): unknown {
    const problem = Problem.of(this.trouble);
    if (problem.slug !== 'plan-outdated') return noteOf(problem);
    return note(
      'warn',
      'clock-alert',
      html`${t('plan.outdated')}
        <button class="link" type="button" @click=${() => void this.planAgain()}>${t('plan.again')}</button>`,
    );
  }

  private async planAgain(): Promise<void> {
    if (this.source) await this.makePlan(this.source);
  }

  private async makePlan(source: Source): Promise<void> {
    this.source = source;
    this.forget();
    this.sending = source instanceof File ? 0 : 1;
    try {
      this.plan =
        source instanceof File
          ? await upload<Plan>('modules/plan', source, typeOf(source), (share) => (this.sending = share))
          : await post<Plan>('modules/plan', source);
      if (this.isConnected) scrollTo(0, 0);
    } catch (caught) {
      this.trouble = caught;
    } finally {
      this.sending = null;
    }
    await this.focusOn('#plan-title');
  }

  private async focusOn(heading: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(heading)?.focus();
  }

  private async work(deed: Deed): Promise<void> {
    const still = staying();
    this.doing = deed;
    this.elsewhere = null;
    this.trouble = null;
    scrollTo(0, 0);
    void this.focusOn('#going-title');
    try {
      const done = await deed.send();
      this.doing = { ...deed, answered: done.steps };
      await new Promise((resolve) => setTimeout(resolve, SEEN_MILLIS));
      this.finished(done, deed.title, still());
    } catch (caught) {
      this.trouble = caught;
      this.fresh = (Problem.of(caught).body['operation'] as Operation | undefined)?.id ?? null;
    }
    await this.load();
    this.doing = null;
    if (this.isConnected) scrollTo(0, 0);
    await this.focusOn('.mbody h1');
  }

  private finished(done: Operation, title: string, here: boolean): void {
    toast(t(`modules.done.${done.kind}`, { title }));
    this.forget();
    this.fresh = done.id;
    if (here) query({ id: done.kind === 'uninstall' ? null : done.module });
  }

  private apply(): Promise<void> {
    const plan = this.plan!;
    const body = { plan: plan.hash, ...(waitsLong(plan) ? { acceptPause: this.accepted } : {}) };
    return this.work({
      kind: plan.from ? 'update' : 'install',
      title: label(plan.title),
      steps: plan.steps,
      send: () => post<Operation>('modules/apply', body),
    });
  }

  private rollback(item: ModuleItem, { revision }: Former): Promise<void> {
    return this.work({
      kind: 'rollback',
      title: label(item.title),
      steps: [],
      send: () => post<Operation>(`modules/${item.id}/rollback`, { revision }),
    });
  }

  private uninstall(data: DataMode): Promise<void> {
    const item = this.removing!;
    this.removing = null;
    const confirm = data === 'keep' ? '' : `&confirm=${item.id}`;
    return this.work({
      kind: 'uninstall',
      title: label(item.title),
      steps: [],
      send: () => remove<Operation>(`modules/${item.id}?data=${data}${confirm}`),
    });
  }
}
