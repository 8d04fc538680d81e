import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { RecordDoc } from '../api/types/record';
import type { Hold } from '../api/types/retention';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { note } from '../kit/feedback';
import { View } from '../kit/view';
import { may } from '../shell/session';

/** That a record is under a legal hold: who decided it, when and why. For those who may place holds. */
@customElement('vaksam-hold')
export class HoldNote extends View {
  @property({ attribute: false }) record!: RecordDoc;
  @state() private hold: Hold | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record') && may('platform:retention:hold')) void this.load(this.record.id);
  }

  private async load(id: string): Promise<void> {
    const { items } = await get<{ items: Hold[] }>(`retention/holds?record=${id}`).catch(() => ({ items: [] }));
    if (id === this.record.id) this.hold = items[0] ?? null;
  }

  protected override render(): unknown {
    if (this.hold?.id !== this.record.id) return nothing;
    const { reason, by, since } = this.hold;
    return note(
      'warn',
      'lock-keyhole',
      html`<b class="b">${t('record.held')}</b><br /><span class="breaks">${reason}</span><br /><span class="s m2"
          >${t('retention.holds.since', { by, at: moment(since) })}</span
        >`,
    );
  }
}
