import type { Condition } from '../api/types/definition';

/** A condition as it is built: one comparison, or several of which all, one or none must hold. */
export type Built = Group | Comparison;

export interface Group {
  mode: 'all' | 'any' | 'none';
  of: Built[];
}

export interface Comparison {
  field: string;
  operator: Operator;
  value: unknown;
}

export const OPERATORS = ['is', 'in', 'atLeast', 'atMost', 'isSet', 'within'] as const;
export type Operator = (typeof OPERATORS)[number];

export const isGroup = (built: Built): built is Group => 'of' in built;

export function read(condition: Condition | undefined): Group {
  if (!condition) return { mode: 'all', of: [] };
  const built = parse(condition);
  return isGroup(built) ? built : { mode: 'all', of: [built] };
}

function parse(condition: Condition): Built {
  if ('all' in condition) return { mode: 'all', of: condition.all.map(parse) };
  if ('any' in condition) return { mode: 'any', of: condition.any.map(parse) };
  if ('not' in condition) {
    const inner = parse(condition.not);
    return isGroup(inner) && inner.mode === 'any' ? { mode: 'none', of: inner.of } : { mode: 'none', of: [inner] };
  }
  const { field, ...comparison } = condition;
  const [operator, value] = Object.entries(comparison)[0] ?? ['isSet', true];
  return { field, operator: operator as Operator, value };
}

/** The condition as it stands in a definition; undefined when there is nothing to compare. */
export function write(built: Built): Condition | undefined {
  if (!isGroup(built)) return { field: built.field, [built.operator]: built.value } as Condition;
  const parts = built.of.map(write).filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  if (built.mode === 'none') return { not: parts.length === 1 ? parts[0]! : { any: parts } };
  if (parts.length === 1) return parts[0]!;
  return built.mode === 'all' ? { all: parts } : { any: parts };
}

/** Comparisons that make sense for a field of this type. */
export function operatorsOf(type: string): Operator[] {
  switch (type) {
    case 'choice':
    case 'tree':
    case 'kind':
    case 'channel':
    case 'word':
      return ['is', 'in', 'isSet'];
    case 'boolean':
    case 'secrecy':
      return ['is', 'isSet'];
    case 'number':
    case 'money':
      return ['atLeast', 'atMost', 'is', 'isSet'];
    case 'severity':
      return ['atLeast', 'atMost', 'is', 'isSet'];
    case 'date':
    case 'time':
    case 'moment':
      return ['within', 'isSet'];
    case 'unit':
      return ['within', 'isSet'];
    case 'text':
      return ['is', 'isSet'];
    default:
      return ['isSet'];
  }
}

/** What a fresh comparison says. */
export function initial(operator: Operator, type: string): unknown {
  if (operator === 'isSet') return true;
  if (operator === 'in') return [];
  if (operator === 'within') return type === 'unit' ? '' : 'P30D';
  if (type === 'boolean') return true;
  if (type === 'severity') return 3;
  if (operator === 'atLeast' || operator === 'atMost') return 0;
  return '';
}
