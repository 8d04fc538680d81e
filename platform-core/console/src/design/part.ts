import { property } from 'lit/decorators.js';
import type { Text } from '../api/types/common';
import type { Doc, Fault, Words } from '../api/types/design';
import { label } from '../i18n/i18n';
import { formField } from '../record/fields';
import type { KindDefinition } from '../api/types/definition';
import { View } from '../kit/view';
import type { Session } from './session';

/** A part of the designer: shows a piece of the document and changes it. */
export abstract class Part extends View {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) vocabulary: Words = { permissions: [], roles: [] };

  protected override stores = () => [this.session.doc, this.session.faults];

  protected get doc(): Doc {
    return this.session.doc.value;
  }

  /** Changes the document; `what` joins quick changes of the same thing into one step of undo. */
  protected change(doc: Doc, what = ''): void {
    this.session.change(doc, what);
  }

  /** What is wrong below this path. */
  protected faultsAt(path: string): Fault[] {
    return this.session.faults.value.filter(({ field }) => field === path || field.startsWith(path));
  }

  protected fieldName = (id: string): string => nameOf(this.doc, id);
}

/** A field by its name, of the kind or of every record. */
export const nameOf = (doc: Doc, id: string): string =>
  label(formField(id, doc as unknown as KindDefinition)?.label as Text | string | undefined) || id;
