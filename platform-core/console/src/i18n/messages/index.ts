import type { Text } from '../../api/types/common';
import { access } from './access';
import { admin } from './admin';
import { insight } from './insight';
import { modules } from './modules';
import { plan } from './plan';
import { record } from './record';
import { shell } from './shell';
import { trust } from './trust';

const all = { ...shell, ...record, ...insight, ...modules, ...plan, ...trust, ...admin, ...access };

export type Key = keyof typeof all;

/** Every text of the console. A key without both languages does not compile. */
export const messages: Record<Key, Text> = all;
