export interface Text {
  sv: string;
  en: string;
}

export interface Person {
  id: string;
  name: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}
