import { Store } from '../kit/store';

export type Language = 'sv' | 'en';
export type Theme = 'system' | 'light' | 'dark';

export interface Preferences {
  language: Language;
  theme: Theme;
}

const KEY = 'vaksam.preferences';

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

function browserLanguage(): Language {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  const first = wanted.find((tag) => tag.startsWith('sv') || tag.startsWith('en'));
  return first?.startsWith('en') ? 'en' : 'sv';
}

/** What one person chose on this machine. */
export const preferences = new Store<Preferences>({ language: browserLanguage(), theme: 'system', ...stored() });

export function prefer(change: Partial<Preferences>): void {
  preferences.set({ ...preferences.value, ...change });
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences.value));
  } catch {
    return;
  }
}

function show({ language, theme }: Preferences): void {
  document.documentElement.lang = language;
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function applyPreferences(): void {
  show(preferences.value);
  preferences.watch(show);
}
