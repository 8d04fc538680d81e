import type { RecordDoc } from '../api/types/record';
import type { Ask } from './combobox';
import type { FormField } from './fields';

/**
 * Saves one value over the record as it was when the person began to change it. False when it was not saved: the person goes on
 * with what they have typed.
 */
export type Save = (field: FormField, value: unknown, base: RecordDoc) => Promise<boolean>;

/** Whether and how the values on the page of a record are changed where they stand. */
export interface Editing {
  editable: boolean;
  findPeople: Ask;
  save: Save;
}
