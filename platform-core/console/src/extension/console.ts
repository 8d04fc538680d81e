/** What modules get when they import `@vaksam/console`. Additions are fine, everything else needs a new version of the points. */
export { get, patch, post } from '../api/client';
export { label, language, number } from '../i18n/i18n';
export { longDay, moment, shortDay } from '../i18n/time';
export { empty, failed, note, skeleton } from '../kit/feedback';
export { icon } from '../kit/icon';
export { person, severity } from '../kit/marks';
export { toast } from '../kit/toast';
export { address, go } from '../shell/router';
