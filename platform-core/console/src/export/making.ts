import { get, post, remove } from '../api/client';
import type { ExportFile, ExportOrder } from '../api/types/exports';
import { t } from '../i18n/i18n';
import { Store } from '../kit/store';
import { toast } from '../kit/toast';
import { words } from '../kit/feedback';
import { Problem } from '../api/problem';
import { go } from '../shell/router';

const LOOK_EVERY = 800;

/** The person's files, as they were last heard of; null before. */
export const files = new Store<ExportFile[] | null>(null);

/** Ordered on this page: they are downloaded when they are ready. */
const awaited = new Set<string>();
let timer = 0;

export const isOpen = ({ state }: ExportFile) => state === 'waiting' || state === 'running';

export const fileAddress = ({ id }: ExportFile) => `/api/exports/${encodeURIComponent(id)}/file`;

/** Asks for the newest news, and again as long as something is being made. */
export async function look(): Promise<void> {
  clearTimeout(timer);
  const { items } = await get<{ items: ExportFile[] }>('exports');
  files.set(items);
  items.filter((file) => awaited.has(file.id) && !isOpen(file)).forEach(arrived);
  if (items.some(isOpen)) timer = window.setTimeout(() => void look().catch(() => undefined), LOOK_EVERY);
}

/** Has a file made; it is downloaded by itself when it is ready. What is wrong with it is said in a toast. */
export async function order(wanted: ExportOrder): Promise<void> {
  try {
    const file = await post<ExportFile>('exports', wanted);
    awaited.add(file.id);
    toast(t('exports.begun', { name: file.name }), { label: t('exports.show'), run: () => go('/console/exports') });
    await look();
  } catch (caught) {
    const { title, detail } = words(Problem.of(caught));
    toast(`${title}. ${detail}`);
  }
}

/** Cancels one that is being made, or takes one away. */
export async function forget(file: ExportFile): Promise<void> {
  awaited.delete(file.id);
  await remove(`exports/${encodeURIComponent(file.id)}`);
  await look();
}

function arrived(file: ExportFile): void {
  awaited.delete(file.id);
  if (file.state === 'failed') {
    const action = { label: t('exports.show'), run: () => go('/console/exports') };
    toast(t('exports.failed', { name: file.name }), action);
    return;
  }
  toast(t('exports.ready', { name: file.name }));
  save(fileAddress(file));
}

/** Saves what lies at an address, under its own name or this one. */
export function save(address: string, name = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** The parameters of an address as an order has them. */
export function parametersOf(query: URLSearchParams): Record<string, string[]> {
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of query) (parameters[name] ??= []).push(value);
  return parameters;
}
