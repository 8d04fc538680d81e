import type { Text } from '../../api/types/common';
import { admin } from './admin';
import { insight } from './insight';
import { record } from './record';
import { shell } from './shell';

const all = { ...shell, ...record, ...insight, ...admin };

export type Key = keyof typeof all;

/** Every text of the console. A key without both languages does not compile. */
export const messages: Record<Key, Text> = all;
