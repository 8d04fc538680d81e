import { html, nothing } from 'lit';
import type { DocumentDoc, DocumentVersion } from '../api/types/document';
import { t } from '../i18n/i18n';
import { bytes } from '../i18n/size';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';

/** A drawing for what has no small copy. */
export const typeIcon = (mediaType: string): string => {
  if (mediaType.startsWith('image/')) return 'camera';
  if (mediaType.startsWith('video/')) return 'play';
  if (mediaType.includes('spreadsheet') || mediaType.includes('excel')) return 'table-2';
  if (mediaType.includes('outlook')) return 'mail';
  return 'file-text';
};

/** A small copy of a picture, or a drawing. Its name stands beside it. */
export const thumbnail = ({ thumbnail: address, mediaType }: DocumentVersion): unknown =>
  address
    ? html`<img class="doc-thumb" src=${address} alt="" loading="lazy" decoding="async" />`
    : html`<span class="doc-thumb is-drawn">${icon(typeIcon(mediaType), 'i-l')}</span>`;

export const downloadLink = ({ content, name }: DocumentVersion): unknown =>
  html`<a class="doc-name" href=${content} download=${name} title=${t('documents.download.one', { name })}>${name}</a>`;

/** How large, who, when. */
export const facts = ({ bytes: size, madeBy, madeAt }: DocumentVersion): unknown =>
  html`${bytes(size)} · ${madeBy.name || t('documents.somebody')} · <time datetime=${madeAt}>${moment(madeAt)}</time>`;

export const badges = ({ secrecy, newest }: DocumentDoc): unknown =>
  html`${newest.number > 1 ? html`<span class="badge">${t('documents.version.n', { n: newest.number })}</span>` : nothing}
  ${secrecy === 'restricted' ? html`<span class="badge warn">${icon('lock')}${t('documents.restricted')}</span>` : nothing}`;
