import type { Text } from '../../api/types/common';
import { access } from './access';
import { admin } from './admin';
import { assets } from './assets';
import { backups } from './backups';
import { deed } from './deed';
import { feeds } from './feeds';
import { follows } from './follows';
import { design } from './design';
import { documents } from './documents';
import { insight } from './insight';
import { journal } from './journal';
import { list } from './list';
import { modules } from './modules';
import { organisation } from './organisation';
import { persons } from './persons';
import { plan } from './plan';
import { profile } from './profile';
import { record } from './record';
import { secrecy } from './secrecy';
import { retention } from './retention';
import { shell } from './shell';
import { talk } from './talk';
import { trust } from './trust';

const all = {
  ...retention,
  ...persons,
  ...shell,
  ...record,
  ...list,
  ...feeds,
  ...insight,
  ...journal,
  ...modules,
  ...organisation,
  ...plan,
  ...trust,
  ...admin,
  ...deed,
  ...follows,
  ...documents,
  ...access,
  ...assets,
  ...backups,
  ...profile,
  ...secrecy,
  ...design,
  ...talk,
};

export type Key = keyof typeof all;

/** Every text of the console. A key without both languages does not compile. */
export const messages: Record<Key, Text> = all;
