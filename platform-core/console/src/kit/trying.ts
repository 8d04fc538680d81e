import { nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { noteOf } from './feedback';
import { View } from './view';

/** A view that does what may fail: it keeps what went wrong until something works again, so that nothing typed is lost. */
export abstract class Trying extends View {
  @state() protected trouble: unknown = null;
  @state() protected busy = false;

  /** Whether the work succeeded; a dialog closes only then. */
  protected async attempt(work: () => unknown): Promise<boolean> {
    this.busy = true;
    try {
      await work();
      this.trouble = null;
      return true;
    } catch (caught) {
      this.trouble = caught;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What went wrong last, in words. */
  protected troubled(): unknown {
    return this.trouble ? noteOf(this.trouble) : nothing;
  }
}
