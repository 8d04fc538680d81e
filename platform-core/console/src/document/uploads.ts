import { upload } from '../api/client';
import { Problem } from '../api/problem';
import type { DocumentDoc } from '../api/types/document';
import { newKey } from '../record/draft';

/** A file on its way, or one that was not taken. */
export interface Sending {
  key: string;
  file: File;
  /** Where it is sent. */
  address: string;
  /** Between 0 and 1. */
  share: number;
  problem: Problem | null;
}

/** Sends files one after the other and tells of every change; what failed stays to be tried again. */
export class Uploads {
  sending: Sending[] = [];
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly changed: () => void,
    private readonly stored: (document: DocumentDoc) => void,
  ) {}

  /** Sends them to an address that ends where the name belongs. */
  add(files: Iterable<File>, address: string): void {
    for (const file of files) this.start({ key: newKey(), file, address, share: 0, problem: null }, false);
  }

  /** The same file once more; on purpose with what the camera wrote. */
  again(one: Sending, keep: boolean): void {
    this.dismiss(one);
    this.start({ ...one, key: newKey(), share: 0, problem: null }, keep);
  }

  dismiss(one: Sending): void {
    this.sending = this.sending.filter(({ key }) => key !== one.key);
    this.changed();
  }

  private start(one: Sending, keep: boolean): void {
    this.sending = [...this.sending, one];
    this.changed();
    this.queue = this.queue.then(() => this.send(one, keep));
  }

  private async send(one: Sending, keep: boolean): Promise<void> {
    try {
      const document = await sendFile(one.address, one.file, keep, one.key, (share) => this.update(one, { share }));
      this.dismiss(one);
      this.stored(document);
    } catch (caught) {
      this.update(one, { problem: Problem.of(caught) });
    }
  }

  private update(one: Sending, part: Partial<Sending>): void {
    this.sending = this.sending.map((each) => (each.key === one.key ? { ...each, ...part } : each));
    this.changed();
  }
}

/** Stores one file. */
export function sendFile(
  address: string,
  file: File,
  keep: boolean,
  key: string,
  progress: (share: number) => void,
): Promise<DocumentDoc> {
  const name = `${address.includes('?') ? '&' : '?'}name=${encodeURIComponent(file.name || 'document')}`;
  const target = `${address}${name}${keep ? '&metadata=keep' : ''}`;
  return upload<DocumentDoc>(target, file, 'application/octet-stream', progress, { 'Idempotency-Key': key });
}
