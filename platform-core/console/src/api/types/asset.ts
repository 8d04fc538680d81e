import type { Text } from './common';
import type { FieldDefinition } from './definition';
import type { Place } from './record';
import type { Unit } from './session';

export interface AssetType {
  id: string;
  icon: string;
  title: Text;
  attributes: FieldDefinition[];
  dormant: boolean;
}

export type AssetStatus = 'planned' | 'active' | 'retired';

export interface NamedAsset {
  id: string;
  name: string;
  type: string;
  status: AssetStatus;
}

export interface Asset extends NamedAsset {
  unit: Unit | null;
  parent: NamedAsset | null;
  place: Place;
  externalKey: string | null;
  attributes: Record<string, unknown>;
  version: number;
  /** Whether something stands below it. */
  parts: boolean;
  above?: NamedAsset[];
  may?: string[];
}

export interface AssetPage {
  items: Asset[];
  next: string | null;
}

export interface Dependency {
  id: string;
  relation: 'depends-on' | 'supplies';
  outgoing: boolean;
  asset: NamedAsset;
}
