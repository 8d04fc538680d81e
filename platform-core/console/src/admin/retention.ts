import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import type { RetentionPreview, RetentionRun } from '../api/types/retention';
import { label, number, t } from '../i18n/i18n';
import { moment, shortDay, today } from '../i18n/time';
import { empty, failedPage, note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { may } from '../shell/session';
import { questionDialog } from './question';
import './holds';
import './retentionrules';

const PAUSE = 1500;

/** What has been kept long enough: shown, confirmed, removed, on record. */
@customElement('vaksam-retention')
export class RetentionPage extends Trying {
  @state() private plan: RetentionPreview | null = null;
  @state() private runs: RetentionRun[] = [];
  @state() private problem: unknown = null;
  @state() private asking = false;
  private on = today();
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('nav.retention'));
    if (may('platform:retention:manage')) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private readonly load = async (): Promise<void> => {
    clearTimeout(this.timer);
    try {
      const [plan, runs] = await Promise.all([
        get<RetentionPreview>(`retention/preview?on=${this.on}`),
        get<{ items: RetentionRun[] }>('retention/runs'),
      ]);
      this.plan = plan;
      this.runs = runs.items;
      this.problem = null;
      const running = runs.items.some(({ endedAt }) => !endedAt);
      if (running && this.isConnected) this.timer = window.setTimeout(() => void this.load(), PAUSE);
    } catch (caught) {
      this.problem = caught;
    }
  };

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    return html`<div class="page admin-page">
        <h1>${t('nav.retention')}</h1>
        <p class="m2">${t('retention.why')}</p>
        ${this.troubled()}
        ${
          may('platform:retention:manage')
            ? html`${this.form()} ${this.plan ? this.preview(this.plan) : skeleton(5)} ${this.history()}
                <vaksam-retention-rules @change=${this.load}></vaksam-retention-rules>`
            : nothing
        }
        ${may('platform:retention:hold') ? html`<vaksam-holds @change=${this.load}></vaksam-holds>` : nothing}
      </div>
      ${this.asking && this.plan ? this.question(this.plan) : nothing}`;
  }

  private form(): unknown {
    return html`<form class="inline-form" @submit=${this.show}>
      <label class="field"
        ><span class="label">${t('retention.on')}</span
        ><input class="in" type="date" name="on" required min="1900-01-01" max="2200-12-31" .value=${this.on}
      /></label>
      <button class="btn" type="submit">${icon('eye')}${t('retention.show')}</button>
    </form>`;
  }

  private preview(plan: RetentionPreview): unknown {
    const { records, heldItems } = plan;
    return html`${this.kinds(plan)}
    ${records ? this.records(plan) : empty('archive', t('retention.none'), t('retention.none.why'))}
    ${
      heldItems.length
        ? html`<section class="sec" aria-labelledby="held-title">
            <header><h2 id="held-title">${t('retention.held.title')}</h2></header>
            <ul class="lines wraps">
              ${heldItems.map(
                ({ number: numbered, title, reason, by }) =>
                  html`<li>
                    <div class="grow">
                      <p><b class="mono">${numbered}</b> ${title}</p>
                      <p class="s m breaks">${reason} · ${by}</p>
                    </div>
                  </li>`,
              )}
            </ul>
          </section>`
        : nothing
    }`;
  }

  private records(plan: RetentionPreview): unknown {
    const { records, hidden, more, items, on } = plan;
    return html`<section class="sec" aria-labelledby="records-title">
      <header><h2 id="records-title">${t('retention.records')}</h2></header>
      <div class="stack">
        ${this.items(plan)} ${hidden ? note('warn', 'eye-off', t('retention.hidden', { n: hidden })) : nothing}
        ${items.length < records - hidden ? html`<p class="s m">${t('retention.shown', { n: items.length })}</p>` : nothing}
        ${more ? html`<p class="s m">${t('retention.more')}</p>` : nothing}
        <div class="row">
          <a class="btn" href=${`/api/retention/preview/list?on=${on}`} download
            >${icon('download')}${t('retention.list')}</a
          >
          <button class="btn danger" type="button" ?disabled=${on > today()} @click=${() => (this.asking = true)}>
            ${icon('trash-2')}${t('retention.run', { n: number(records) })}
          </button>
        </div>
      </div>
    </section>`;
  }

  private kinds({ kinds }: RetentionPreview): unknown {
    const shown = kinds.filter(({ due, held, all }) => due + held + all > 0);
    if (!shown.length) return nothing;
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t('retention.kind')}>
      <table class="grid plain flush">
        <thead>
          <tr>
            <th scope="col">${t('retention.kind')}</th>
            <th scope="col">${t('retention.due')}</th>
            <th scope="col">${t('retention.held')}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (one) =>
              html`<tr>
                <th scope="row">${label(one.title)} <span class="m">${label(one.typeTitle)}</span></th>
                <td>${one.hasRule ? number(one.due) : t('retention.noRule', { n: number(one.all) })}</td>
                <td>${number(one.held)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private items({ items }: RetentionPreview): unknown {
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t('retention.record')}>
      <table class="grid plain flush">
        <thead>
          <tr>
            <th scope="col">${t('retention.record')}</th>
            <th scope="col">${t('retention.since')}</th>
            <th scope="col">${t('retention.after')}</th>
            <th scope="col">${t('retention.what')}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item) =>
              html`<tr>
                <th scope="row"><span class="mono">${item.number}</span> ${item.title}</th>
                <td>${shortDay(item.since)}</td>
                <td>${shortDay(item.due)}</td>
                <td>${t(`retention.${item.action}`)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private history(): unknown {
    return html`<section class="sec" aria-labelledby="runs-title">
      <header><h2 id="runs-title">${t('retention.runs')}</h2></header>
      ${
        this.runs.length
          ? html`<ul class="lines wraps">
              ${this.runs.map(
                ({ id, on, by, startedAt, endedAt }) =>
                  html`<li>
                    <div class="grow">
                      <p>
                        <b class="b">${moment(startedAt)}</b> ·
                        ${endedAt ? t('retention.runs.done', { at: moment(endedAt) }) : t('retention.runs.running')}
                      </p>
                      <p class="s m">${t('retention.runs.by', { on, by })}</p>
                    </div>
                    <a
                      class="btn sm"
                      href=${`/api/retention/runs/${id}/protocol`}
                      download
                      aria-label=${t('retention.protocol.one', { on })}
                      >${icon('download')}${t('retention.protocol')}</a
                    >
                  </li>`,
              )}
            </ul>`
          : html`<p class="m none">${t('retention.runs.none')}</p>`
      }
    </section>`;
  }

  private question({ on, hash, records }: RetentionPreview): unknown {
    const n = number(records);
    return questionDialog(
      {
        heading: t('retention.run.title', { n }),
        why: t('retention.run.why'),
        verb: t('retention.run', { n }),
        act: () => void this.run({ on, hash }),
      },
      () => (this.asking = false),
    );
  }

  private readonly show = (event: SubmitEvent): void => {
    event.preventDefault();
    this.on = String(new FormData(event.target as HTMLFormElement).get('on'));
    void this.load();
  };

  private async run(confirmed: { on: string; hash: string }): Promise<void> {
    await this.attempt(async () => {
      await post('retention/runs', confirmed);
      toast(t('retention.started'));
    });
    await this.load();
  }
}
