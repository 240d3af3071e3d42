import type { ItemView } from "../../core/schemas.ts";

/** What placing needs to know of an item; lists are depth first, as the server sends them. */
export type Node = Pick<ItemView, "itemId" | "parentId">;
/** Where an item goes: `index` counts among its new siblings once it has been taken out of its old place. */
export type Place = { parentId?: string; index: number };
export type Step = "up" | "down" | "in" | "out";
export type Where = "before" | "inside" | "after";

export const deepest = 3;

export function childrenOf<N extends Node>(items: readonly N[], parentId: string | undefined): readonly N[] {
  return items.filter(item => item.parentId === parentId);
}

/** 1 for an item without parent, 0 for the whole agenda. */
export function depthOf(items: readonly Node[], id: string | undefined): number {
  let depth = 0;
  for (let at = id; at !== undefined; at = items.find(item => item.itemId === at)?.parentId) depth++;
  return depth;
}

/** The item and all that stands below it. */
export function branchOf(items: readonly Node[], id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  for (const item of items) if (item.parentId !== undefined && ids.has(item.parentId)) ids.add(item.itemId);
  return ids;
}

/** Levels of the item and what is below it: 1 without children. */
export function heightOf(items: readonly Node[], id: string): number {
  return 1 + Math.max(0, ...childrenOf(items, id).map(child => heightOf(items, child.itemId)));
}

export function placeOf(items: readonly Node[], id: string): Place {
  const parentId = items.find(item => item.itemId === id)?.parentId;
  return placed(
    parentId,
    childrenOf(items, parentId).findIndex(item => item.itemId === id),
  );
}

/** Where one step takes an item; undefined when that step can't be made. */
export function stepped(items: readonly Node[], id: string, step: Step): Place | undefined {
  const { parentId, index } = placeOf(items, id);
  const siblings = childrenOf(items, parentId);
  switch (step) {
    case "up":
      return index > 0 ? placed(parentId, index - 1) : undefined;
    case "down":
      return index < siblings.length - 1 ? placed(parentId, index + 1) : undefined;
    case "in": {
      const above = siblings[index - 1];
      if (!above || !fits(items, id, above.itemId)) return undefined;
      return placed(above.itemId, childrenOf(items, above.itemId).length);
    }
    case "out": {
      if (parentId === undefined) return undefined;
      const parent = placeOf(items, parentId);
      return placed(parent.parentId, parent.index + 1);
    }
  }
}

/** Where an item goes when let go over another; undefined when it can't go there or is there already. */
export function dropped(items: readonly Node[], id: string, target: string, where: Where): Place | undefined {
  if (branchOf(items, id).has(target)) return undefined;
  const others = (parentId: string | undefined) => childrenOf(items, parentId).filter(item => item.itemId !== id);
  const below = others(target);
  const parentId = items.find(item => item.itemId === target)?.parentId;
  const beside = others(parentId).findIndex(item => item.itemId === target);
  const place =
    where === "inside"
      ? placed(target, below.length)
      : where === "before"
        ? placed(parentId, beside)
        : // Under the line of an item with children is the first place among them: that is what the eye sees.
          below.length > 0
          ? placed(target, 0)
          : placed(parentId, beside + 1);
  const now = placeOf(items, id);
  const same = now.parentId === place.parentId && now.index === place.index;
  return same || !fits(items, id, place.parentId) ? undefined : place;
}

function fits(items: readonly Node[], id: string, parentId: string | undefined): boolean {
  return depthOf(items, parentId) + heightOf(items, id) <= deepest;
}

function placed(parentId: string | undefined, index: number): Place {
  return parentId === undefined ? { index } : { parentId, index };
}
