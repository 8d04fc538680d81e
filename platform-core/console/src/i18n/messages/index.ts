import type { Text } from '../../api/types/common';
import { access } from './access';
import { admin } from './admin';
import { assets } from './assets';
import { backups } from './backups';
import { chart } from './chart';
import { connection } from './connection';
import { dashboards } from './dashboards';
import { deed } from './deed';
import { exports } from './exports';
import { feeds } from './feeds';
import { follows } from './follows';
import { design } from './design';
import { documents } from './documents';
import { fields } from './fields';
import { insight } from './insight';
import { journal } from './journal';
import { list } from './list';
import { modules } from './modules';
import { organisation } from './organisation';
import { persons } from './persons';
import { pictures } from './pictures';
import { plan } from './plan';
import { profile } from './profile';
import { record } from './record';
import { search } from './search';
import { secrecy } from './secrecy';
import { reporter } from './reporter';
import { retention } from './retention';
import { shell } from './shell';
import { signals } from './signals';
import { talk } from './talk';
import { trust } from './trust';
import { work } from './work';

const all = {
  ...chart,
  ...retention,
  ...reporter,
  ...persons,
  ...shell,
  ...record,
  ...list,
  ...exports,
  ...feeds,
  ...insight,
  ...journal,
  ...modules,
  ...organisation,
  ...pictures,
  ...plan,
  ...trust,
  ...admin,
  ...deed,
  ...connection,
  ...dashboards,
  ...follows,
  ...documents,
  ...fields,
  ...access,
  ...assets,
  ...backups,
  ...profile,
  ...search,
  ...secrecy,
  ...work,
  ...design,
  ...signals,
  ...talk,
};

export type Key = keyof typeof all;

/** Every text of the console. A key without both languages does not compile. */
export const messages: Record<Key, Text> = all;
