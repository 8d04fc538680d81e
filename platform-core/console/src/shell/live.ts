import { label, t } from '../i18n/i18n';
import { Store } from '../kit/store';
import { toast } from '../kit/toast';
import { forgetDefinitions } from '../record/definitions';
import { listAddress, loadCounts, loadNavigation, typeNamed } from './areas';
import { go } from './router';

export interface RecordEvent {
  type: string;
  id: string;
  action: string;
  position: number;
}

/** The last change of a record that this person may read. */
export const recordChanged = new Store<RecordEvent | null>(null);

/** Counts up with every change of modules or imports. */
export const modulesChanged = new Store(0);
export const importsChanged = new Store(0);

/** Counts up when forms or processes were published. */
export const definitionsChanged = new Store(0);
/** Counts up when the person has other notices than before. */
export const noticesChanged = new Store(0);

let source: EventSource | null = null;
let counting = 0;

async function modules(): Promise<void> {
  forgetDefinitions();
  try {
    const { added, removed } = await loadNavigation();
    for (const area of added) {
      const first = area.records[0] && typeNamed(area.records[0].type);
      const open = first && { label: t('action.open'), run: () => go(listAddress(first)) };
      toast(t('live.added', { area: label(area.title) }), open);
    }
    for (const area of removed) toast(t('live.removed', { area: label(area.title) }));
  } finally {
    modulesChanged.set(modulesChanged.value + 1);
  }
}

function records(event: MessageEvent<string>): void {
  const what = JSON.parse(event.data) as RecordEvent;
  // Reading a restricted record is journalled too: to fetch it again for that would never end.
  if (what.action.endsWith('.read')) return;
  recordChanged.set(what);
  clearTimeout(counting);
  counting = window.setTimeout(() => void loadCounts(), 3000);
}

/** Follows the platform for as long as the page lives; the browser connects again by itself and continues where it was. */
export function follow(): void {
  source?.close();
  source = new EventSource('/api/events');
  // What happened between loading the page and being connected, or while the connection was lost, sends no event.
  const notices = () => noticesChanged.set(noticesChanged.value + 1);
  source.addEventListener('hello', () => {
    notices();
    void modules();
  });
  source.addEventListener('notices', notices);
  source.addEventListener('modules', () => void modules());
  source.addEventListener('definitions', () => {
    forgetDefinitions();
    definitionsChanged.set(definitionsChanged.value + 1);
  });
  source.addEventListener('record', records);
  source.addEventListener('import', () => importsChanged.set(importsChanged.value + 1));
  source.addEventListener('error', () => {
    if (source?.readyState === EventSource.CLOSED) setTimeout(follow, 15_000);
  });
}
