import { html, type TemplateResult } from 'lit';
import { patch } from '../api/client';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import type { Found } from '../shell/areas';

interface BulkDeeds {
  take: () => void;
  clear: () => void;
}

/** What can be done with all the chosen records at once. */
export function bulkBar(records: RecordDoc[], handle: boolean, deeds: BulkDeeds): TemplateResult {
  return html`<div class="bulk">
    <div role="toolbar" aria-label=${t('list.selected', { n: records.length })}>
      <b class="b num">${t('list.selected', { n: records.length })}</b>
      <hr />
      <button class="btn quiet sm" type="button" ?disabled=${!handle} @click=${deeds.take}>
        ${icon('user-plus')}${t('list.take')}
      </button>
      <hr />
      <button class="btn quiet sm icon" type="button" aria-label=${t('list.unselect')} @click=${deeds.clear}>
        ${icon('x')}
      </button>
    </div>
  </div>`;
}

/** Makes the person responsible for each of the records, and says for how many that went well. */
export async function takeAll(records: RecordDoc[], { area, record }: Found): Promise<void> {
  let done = 0;
  for (const item of records) {
    try {
      await patch(`${area.module}/${record.path}/${item.id}`, { assignee: 'me' }, `"${item.version}"`);
      done += 1;
    } catch {
      continue;
    }
  }
  toast(
    done === records.length ? t('list.taken', { n: done }) : t('list.taken.some', { n: done, all: records.length }),
  );
}
