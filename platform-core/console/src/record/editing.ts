import type { Ask } from './combobox';
import type { FormField } from './fields';

/** Whether and how the values on the page of a record are changed where they stand. */
export interface Editing {
  editable: boolean;
  findPeople: Ask;
  save: (field: FormField, value: unknown) => Promise<void>;
}

/** Listens to what a fact sends when a person is done with it. */
export const saving =
  ({ save }: Editing) =>
  ({ detail }: CustomEvent<{ field: FormField; value: unknown }>): void =>
    void save(detail.field, detail.value);
