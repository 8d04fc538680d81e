import { call } from '../api/client';
import { Problem } from '../api/problem';
import type { Doc, Draft, Fault } from '../api/types/design';
import { Store } from '../kit/store';
import { complete } from './model';

const PAUSE = 900;
const REMEMBERED = 100;

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

/** A draft that somebody works on: kept on the platform a moment after each change, with every step undoable. */
export class Session {
  readonly doc: Store<Doc>;
  readonly saving = new Store<Saving>('saved');
  readonly faults = new Store<Fault[]>([]);
  savedAt: string;
  private etag: string;
  private readonly past: { doc: Doc; what: string }[] = [];
  private timer = 0;
  private lastChange = { what: '', at: 0 };
  private running: Promise<void> | null = null;

  constructor(
    readonly draft: Draft,
    etag: string,
  ) {
    this.doc = new Store(complete(draft.definition));
    this.etag = etag;
    this.savedAt = draft.updatedAt;
    void this.check();
  }

  static async open(id: string): Promise<Session> {
    const { body, etag } = await call<Draft>(`definitions/drafts/${id}`);
    return new Session(body, etag);
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  /** Takes the next document; changes of the same thing shortly after one another are undone together. */
  change(doc: Doc, what = ''): void {
    if (doc === this.doc.value) return;
    const now = Date.now();
    const goesOn = what !== '' && what === this.lastChange.what && now - this.lastChange.at < 1500;
    if (!goesOn) this.past.push({ doc: this.doc.value, what });
    if (this.past.length > REMEMBERED) this.past.shift();
    this.lastChange = { what, at: now };
    this.put(doc);
  }

  undo(): void {
    const before = this.past.pop();
    this.lastChange = { what: '', at: 0 };
    if (before) this.put(before.doc);
  }

  /** The ETag of what is stored, after everything is. */
  async settled(): Promise<string> {
    if (this.saving.value !== 'saved') await this.save();
    if (this.saving.value === 'conflict') throw this.conflict ?? Problem.offline();
    if (this.saving.value !== 'saved') throw this.trouble ?? Problem.offline();
    return this.etag;
  }

  /** What went wrong when it was last saved. */
  trouble: unknown = null;
  private conflict: unknown = null;

  /** Somebody else saved the same draft: takes theirs, or puts this one over it. */
  async resolve(mine: boolean): Promise<void> {
    const { body, etag } = await call<Draft>(`definitions/drafts/${this.draft.id}`);
    this.etag = etag;
    this.conflict = null;
    this.saving.set('waiting');
    if (mine) {
      await this.save();
      return;
    }
    this.past.push({ doc: this.doc.value, what: '' });
    this.doc.set(complete(body.definition));
    this.saving.set('saved');
    await this.check();
  }

  close(): void {
    clearTimeout(this.timer);
    if (this.saving.value === 'waiting') void this.save();
  }

  private put(doc: Doc): void {
    this.doc.set(doc);
    if (this.saving.value !== 'conflict') this.saving.set('waiting');
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), PAUSE);
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (this.saving.value === 'conflict') return;
    this.running = this.write();
    await this.running;
    this.running = null;
  }

  private async write(): Promise<void> {
    const doc = this.doc.value;
    this.saving.set('saving');
    try {
      const { body, etag } = await call<Draft>(`definitions/drafts/${this.draft.id}`, {
        method: 'PUT',
        body: doc,
        headers: { 'If-Match': this.etag },
      });
      this.etag = etag;
      this.savedAt = body.updatedAt;
      this.trouble = null;
      this.saving.set(this.doc.value === doc ? 'saved' : 'waiting');
      await this.check();
    } catch (caught) {
      const problem = Problem.of(caught);
      this.trouble = problem;
      if (problem.status === 412) {
        this.conflict = problem;
        this.saving.set('conflict');
      } else {
        this.saving.set('failed');
        this.timer = window.setTimeout(() => void this.save(), 5000);
      }
    }
  }

  private async check(): Promise<void> {
    try {
      const { body } = await call<{ items: Fault[] }>(`definitions/drafts/${this.draft.id}/check`);
      this.faults.set(body.items);
    } catch {
      // shown with the next change that is saved
    }
  }
}
