import type { Text } from '../../api/types/common';
import { admin } from './admin';
import { insight } from './insight';
import { modules } from './modules';
import { organisation } from './organisation';
import { plan } from './plan';
import { record } from './record';
import { shell } from './shell';
import { trust } from './trust';

const all = { ...shell, ...record, ...insight, ...modules, ...plan, ...trust, ...admin, ...organisation };

export type Key = keyof typeof all;

/** Every text of the console. A key without both languages does not compile. */
export const messages: Record<Key, Text> = all;
