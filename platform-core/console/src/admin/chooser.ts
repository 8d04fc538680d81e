import { html, type TemplateResult } from 'lit';
import { number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';

/** Chooses a module file, or the archive of one. */
export const fileChooser = (chosen: (file: File) => void): TemplateResult =>
  html`<label class="btn sm push file">
    ${icon('package-plus')}${t('modules.install')}<input
      class="sr"
      type="file"
      accept=".jar,.zip"
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const file = input.files?.[0];
        input.value = '';
        if (file) chosen(file);
      }}
    />
  </label>`;

/** How much of the file is there; from then on it is tried. */
export function sendingLine(share: number): TemplateResult {
  if (share >= 1)
    return waiting(t('modules.planning'), html`<progress aria-label=${t('modules.planning')}></progress>`);
  const words = t('modules.uploading', { share: number(share, { style: 'percent' }) });
  return waiting(words, html`<progress max="1" .value=${share} aria-label=${words}></progress>`);
}

const waiting = (words: string, bar: TemplateResult) =>
  html`<div class="sending" role="status">
    <p class="m2">${words}</p>
    ${bar}
  </div>`;
