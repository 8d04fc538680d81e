import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Text } from '../api/types/common';
import { t } from '../i18n/i18n';
import { faults, note } from '../kit/feedback';
import { TableImport } from '../kit/tableimport';

interface Preview {
  possible: boolean;
  problems: { field: string; detail: Text }[];
  counts: Partial<Record<'created' | 'changed' | 'same', number>>;
}

/** A table of assets. */
@customElement('vaksam-asset-import')
export class AssetImport extends TableImport<Preview> {
  protected override words = () => ({
    heading: t('assets.import.title'),
    why: t('assets.import.why'),
    done: t('assets.import.done'),
  });

  protected override address = (look: boolean) => `assets/table?preview=${look}`;

  protected override previewOf({ possible, problems, counts }: Preview): unknown {
    if (!possible)
      return html`${note('warn', 'triangle-alert', t('reorganisation.problems', { n: problems.length }))}
      ${faults(problems)}`;
    const { created = 0, changed = 0, same = 0 } = counts;
    return note('ok', 'circle-check', t('assets.import.counts', { created, changed, same }));
  }
}
