import { html, nothing, type TemplateResult } from 'lit';
import type { Notice, NoticeKind, RecordBrief } from '../api/types/talk';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { listAddress, typeNamed } from '../shell/areas';

const PICTURES: Record<NoticeKind, string> = {
  mention: 'message-circle',
  assigned: 'user-check',
  routed: 'inbox',
  deadline: 'clock',
  escalation: 'clock-alert',
  action: 'list-checks',
  comment: 'message-square',
  message: 'mail',
  shared: 'share-2',
  subscription: 'bell',
  signal: 'activity',
  system: 'info',
};

/** Where a record is shown; nowhere when its area is not installed. */
export function recordAddress({ type, number }: RecordBrief): string | null {
  const found = typeNamed(type);
  return found ? `${listAddress(found)}/${number}` : null;
}

/** A record in a line, as a link where it can be shown. */
export function brief(record: RecordBrief): TemplateResult {
  const to = recordAddress(record);
  const words = html`<span class="id">${record.number}</span> ${record.title}`;
  return to ? html`<a href=${to}>${words}</a>` : html`<span>${words}</span>`;
}

/** What a notice says, with what it is about. */
export function noticeWords(notice: Notice): TemplateResult {
  const fresh = notice.readAt === null;
  return html`${icon(PICTURES[notice.kind] ?? 'bell')}
    <span class="grow"
      ><span class=${fresh ? 'b' : ''}
        >${notice.hidden ? t('notices.hidden') : notice.kind === 'signal' ? html`<a href="/console/picture">${notice.text}</a>` : notice.text}</span
      >
      ${fresh ? html`<span class="badge info">${t('notices.new')}</span>` : nothing}
      <span class="notice-of m2 s"
        >${notice.record ? html`${brief(notice.record)} · ` : nothing}<time datetime=${notice.at}
          >${moment(notice.at)}</time
        ></span
      ></span
    >`;
}
