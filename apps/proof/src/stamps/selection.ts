import { short, type Ground, type Item, type Stamp } from './stamp.js';

/** The most that changed since an item was stamped. */
export type Change = 'content' | 'stock' | 'semantics' | 'mechanics' | 'host' | 'nothing';

/** How much of what such a change concerns is verified: all of it, the core and a turn, six or an eighth by turn. */
export type Share = 'all' | 'core' | 'six' | 'eighth';

/** What a suite verifies after which change; after none it is an eighth, everywhere. */
export type Rule = Readonly<Record<Exclude<Change, 'nothing'>, Share>>;

export interface Selection {
  readonly chosen: readonly Item[];
  /** Groups whose turn it is, the one that waited longest first: what may be done in two ways is done the long one. */
  readonly inTurn: ReadonlySet<string>;
  /** Items that stay unverified under what there is now, and what they took when they were verified. */
  readonly stale: { readonly count: number; readonly seconds: number };
}

/**
 * What a suite verifies now: what a change demands, and of the rest an eighth of the groups, those first that
 * waited longest. The clock has no part in it, so that each comes up however often it is run.
 */
export function selectionOf(
  items: readonly Item[],
  stamps: ReadonlyMap<string, Stamp>,
  ground: Ground,
  rule: Rule,
): Selection {
  const changes = new Map(items.map((item) => [item, changeOf(item, stamps.get(item.name), ground)]));
  const shareOf = (item: Item): Share => {
    const change = changes.get(item) ?? 'content';
    return change === 'nothing' ? 'eighth' : rule[change];
  };
  const demanded = items.filter((item) => {
    const share = shareOf(item);
    return share === 'all' || (share === 'core' && item.isCore);
  });
  const rest = items.filter((item) => !demanded.includes(item));
  const turns = groupsByTurn(rest, stamps);
  const eighth = Math.ceil(new Set(items.map(({ group }) => group)).size / 8);
  const count = rest.some((item) => shareOf(item) === 'six') ? Math.max(6, eighth) : eighth;
  const inTurn = new Set(turns.slice(0, count));
  const chosen = items.filter((item) => demanded.includes(item) || inTurn.has(item.group));
  const stale = rest.filter((item) => !inTurn.has(item.group) && changes.get(item) !== 'nothing');
  const seconds = stale.reduce((sum, { name }) => sum + (stamps.get(name)?.seconds ?? 0), 0);
  return { chosen, inTurn, stale: { count: stale.length, seconds } };
}

function changeOf({ inputs }: Item, stamp: Stamp | undefined, ground: Ground): Change {
  if (stamp?.inputs !== short(inputs)) return 'content';
  const parts = ['stock', 'semantics', 'mechanics', 'host'] as const;
  return parts.find((part) => stamp.ground[part] !== ground[part]) ?? 'nothing';
}

/** Groups by the turn of their oldest item; those that had the same one by name. */
function groupsByTurn(items: readonly Item[], stamps: ReadonlyMap<string, Stamp>): string[] {
  const oldest = new Map<string, number>();
  for (const { name, group } of items)
    oldest.set(group, Math.min(oldest.get(group) ?? Infinity, stamps.get(name)?.turn ?? 0));
  return [...oldest]
    .sort(([a, turnA], [b, turnB]) => turnA - turnB || (a < b ? -1 : 1))
    .map(([group]) => group);
}
