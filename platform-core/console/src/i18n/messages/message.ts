import type { Text } from '../../api/types/common';

/** A text of the console in both languages. */
export const m = (sv: string, en: string): Text => ({ sv, en });
