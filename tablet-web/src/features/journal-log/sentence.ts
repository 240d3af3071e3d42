import { decodeEvent, type SessionEvent } from "../../core/events.ts";
import type { JournalEntry } from "../../core/schemas.ts";
import type { JournalNames, JournalText } from "../../i18n/journal.vi.ts";

export type JournalPart = Exclude<keyof JournalText["parts"], "all">;
export type JournalLine = { entry: JournalEntry; part: JournalPart; sentence: string; readable: boolean };

/** Names by id; what the live view no longer has is learnt from the entries themselves. */
export type Known = Record<keyof JournalNames, Map<string, string>>;

export function noNames(): Known {
  return {
    person: new Map(),
    item: new Map(),
    paper: new Map(),
    vote: new Map(),
    poll: new Map(),
    sitting: new Map(),
    point: new Map(),
  };
}

export function namesFrom(known: Known, t: JournalText): JournalNames {
  const of = (sort: keyof Known) => (id: string) => known[sort].get(id) ?? t.unknown[sort];
  return {
    person: of("person"),
    item: of("item"),
    paper: of("paper"),
    vote: of("vote"),
    poll: of("poll"),
    sitting: of("sitting"),
    point: of("point"),
  };
}

/** Takes the names that an event gives; the newest word for an id stays. */
export function learn(known: Known, event: SessionEvent): void {
  switch (event.type) {
    case "session.prepared":
      for (const member of event.data.members) known.person.set(member.personId, member.name);
      break;
    case "sitting.planned":
    case "sitting.changed":
      known.sitting.set(event.data.sittingId, event.data.title);
      break;
    case "agenda.item-added":
    case "agenda.item-edited":
      known.item.set(event.data.itemId, event.data.title);
      break;
    case "agenda.paper-attached":
    case "agenda.paper-renamed":
      known.paper.set(event.data.paperId, event.data.title);
      break;
    case "room.joined":
    case "room.knocked":
    case "room.said":
      known.person.set(event.data.personId, event.data.name);
      break;
    case "ballot.prepared":
    case "ballot.sheet-edited":
      known.poll.set(event.data.pollId, event.data.sheet.title);
      break;
    case "point.invited":
      for (const point of event.data.points) known.point.set(point.pointId, point.name);
      break;
    case "voting.prepared":
      known.vote.set(event.data.voteId, event.data.title);
      break;
    default:
      if (event.byName) known.person.set(event.by, event.byName);
  }
}

export function sentenceOf(event: SessionEvent, names: JournalNames, t: JournalText): string {
  // Each sentence takes the data of its own type; the table's type says so, the union can't.
  const say = t.sentences[event.type] as (data: SessionEvent["data"], names: JournalNames) => string;
  return say(event.data, names);
}

export function partOf(type: string): JournalPart {
  const part = type.split(".")[0];
  switch (part) {
    case "attendance":
    case "agenda":
    case "floor":
    case "voting":
    case "ballot":
    case "screen":
    case "follow":
    case "room":
    case "stage":
    case "point":
    case "checkpoint":
      return part;
    default:
      return "session";
  }
}

/** Entries, oldest first, as lines to read; an entry that this version can't read is shown as such, never left out. */
export function linesOf(entries: readonly JournalEntry[], known: Known, t: JournalText): readonly JournalLine[] {
  const decoded = entries.map(entry => ({ entry, event: tryDecode(entry) }));
  for (const { event } of decoded) if (event) learn(known, event);
  const names = namesFrom(known, t);
  return decoded.map(({ entry, event }) => ({
    entry,
    part: partOf(entry.type),
    sentence: event ? sentenceOf(event, names, t) : t.unreadable(entry.type),
    readable: event !== undefined,
  }));
}

function tryDecode(entry: JournalEntry): SessionEvent | undefined {
  try {
    return decodeEvent(entry);
  } catch {
    return undefined;
  }
}
