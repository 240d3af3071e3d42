import * as v from "valibot";

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const stamp = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const choice = v.picklist(["FOR", "AGAINST", "ABSTAIN"]);
const share = v.strictObject({
  numerator: count,
  denominator: count,
  strict: v.boolean(),
  base: v.picklist(["TOTAL_MEMBERS", "PRESENT", "BALLOTS_ISSUED", "BALLOTS_COLLECTED", "BALLOTS_VALID"]),
});
const option = v.picklist(["FOR", "AGAINST", "ABSTAIN", "HIGH", "MEDIUM", "LOW", "CONFIDENT", "NOT_CONFIDENT"]);
const matter = v.strictObject({
  code: text,
  name: text,
  sheet: v.picklist(["DECISION", "ELECTION", "APPROVAL", "RATING", "CONFIDENCE"]),
  forms: v.array(v.picklist(["OPEN", "SECRET_PAPER", "SECRET_ELECTRONIC"])),
  options: v.array(v.strictObject({ code: option, label: text })),
  pass: share,
  findings: v.array(v.strictObject({ code: text, words: text, option, share })),
  tie: v.picklist(["FAILS", "CHAIR_SIDE", "RUN_OFF"]),
  allowChange: v.boolean(),
  showLive: v.boolean(),
  blankValid: v.boolean(),
  citation: text,
  byUnits: v.optional(v.boolean()),
});
const ballots = v.strictObject({
  matters: v.array(matter),
  totals: v.array(v.strictObject({ from: text, total: count })),
  signedBallots: v.boolean(),
  secretElectronic: v.boolean(),
  substitutesVote: v.boolean(),
  tellersLeast: count,
  secretLeast: count,
});
const rules = v.strictObject({
  ruleSetId: id,
  version: count,
  citation: text,
  validFrom: text,
  totalMembers: count,
  quorum: share,
  pass: share,
  allowChange: v.boolean(),
  speechSeconds: count,
  ballots: v.optional(ballots),
});
const member = v.strictObject({
  personId: id,
  name: text,
  title: text,
  group: text,
  seat: text,
  presides: v.optional(v.boolean()),
});
const substitute = v.strictObject({ personId: id, name: text, title: text, insteadOf: id, insteadOfName: text });
const nothing = v.strictObject({});
const sitting = v.strictObject({ sittingId: id });
const plannedSitting = v.strictObject({ sittingId: id, title: text, date: text, startsAt: stamp });
const person = v.strictObject({ personId: id });
const point = v.strictObject({ pointId: id });
const device = v.picklist(["OK", "NONE", "DENIED"]);
const grade = v.picklist(["GREEN", "AMBER", "RED"]);
const item = v.strictObject({ itemId: id });
const vote = v.strictObject({ voteId: id });
const poll = v.strictObject({ pollId: id });
const sheetLine = v.strictObject({ lineId: id, name: text, note: v.optional(text), personId: v.optional(id) });
const sheet = v.strictObject({ matter: text, title: text, seats: v.optional(count), lines: v.array(sheetLine) });
const lineResults = v.array(
  v.strictObject({
    lineId: id,
    outcome: v.picklist(["ELECTED", "NOT_ELECTED", "TIED", "PASSED", "FAILED", "RATED"]),
    findings: v.array(text),
  }),
);
const boxPhase = v.picklist(["PREPARING", "ISSUE", "CAST", "CLOSING", "TALLIED", "CHECK", "FINAL", "VOID"]);
const counted = v.strictObject({
  collected: count,
  valid: count,
  invalid: count,
  lines: v.array(v.strictObject({ lineId: id, marks: v.record(v.string(), count), invalid: count })),
});
const entry = {
  voteId: id,
  personId: id,
  choice: v.optional(choice),
  reason: text,
  clerk: id,
  clerkName: text,
};
const code = v.strictObject({ sittingId: id, code: v.pipe(v.string(), v.regex(/^\d{6}$/)) });
const itemKind = v.picklist(["PROCEDURE", "REPORT", "DISCUSSION", "QUESTIONING", "RESOLUTION", "OTHER"]);
const paperKind = v.picklist([
  "SUBMISSION",
  "DRAFT_RESOLUTION",
  "VERIFICATION_REPORT",
  "REPORT",
  "ANNEX",
  "PROGRAMME",
  "SUMMONS",
  "OTHER",
]);
const paperFile = {
  pages: count,
  bytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  fileName: text,
};
const reach = v.strictObject({
  groups: v.array(text),
  persons: v.array(id),
  from: v.optional(stamp),
  until: v.optional(stamp),
  confidential: v.boolean(),
  watermark: v.optional(v.boolean()),
});
const itemFields = {
  itemId: id,
  title: text,
  kind: itemKind,
  presenter: v.optional(text),
  minutes: v.optional(count),
  sittingId: v.optional(id),
  hidden: v.boolean(),
  resolution: v.optional(text),
};
const station = v.picklist(["PERSON", "KIOSK"]);
const mediaSource = v.picklist(["MICROPHONE", "CAMERA", "SCREEN"]);
const roomSettings = v.strictObject({ lobby: v.boolean(), microphones: v.picklist(["FREE", "FLOOR", "CALLED"]) });
const layout = v.strictObject({
  layout: v.strictObject({
    kind: v.picklist(["STAGE", "STAGE_PAPER", "DIALOGUE", "GRID", "ROTATION"]),
    persons: v.array(id),
    seconds: v.optional(count),
  }),
});
const clock = v.strictObject({ personId: id, until: stamp });

/** The data of every event type of protocol.md, as stored. A type once stored is read for ever. */
export const eventData = {
  "session.prepared": v.strictObject({
    bodyId: id,
    bodyName: text,
    unitId: id,
    unitName: text,
    title: text,
    number: count,
    kind: v.picklist(["REGULAR", "THEMATIC", "EXTRAORDINARY"]),
    rules,
    members: v.array(member),
    bodyKind: v.optional(v.picklist(["COUNCIL", "COMMITTEE"])),
  }),
  "session.renamed": v.strictObject({ title: text }),
  "session.rules-taken": v.strictObject({ rules }),
  "session.published": nothing,
  "session.ended": nothing,
  "sitting.planned": plannedSitting,
  "sitting.changed": plannedSitting,
  "sitting.dropped": sitting,
  "sitting.ended": sitting,
  "sitting.opened": v.strictObject({ sittingId: id, present: count, needed: count, overrideReason: v.optional(text) }),
  "attendance.acknowledged": person,
  "attendance.answered": v.strictObject({
    sittingId: id,
    personId: id,
    answer: v.picklist(["ATTEND", "ABSENT"]),
    reason: v.optional(text),
    writtenAt: v.optional(stamp),
  }),
  "attendance.roll-call-opened": code,
  "attendance.code-renewed": code,
  "attendance.checked-in": v.strictObject({ sittingId: id, personId: id, method: v.picklist(["BUTTON", "QR"]) }),
  "attendance.marked": v.strictObject({
    sittingId: id,
    personId: id,
    presence: v.picklist(["PRESENT", "ABSENT", "LEFT"]),
    reason: v.optional(text),
  }),
  "attendance.substitute-sent": v.strictObject({ sittingId: id, substitute }),
  "attendance.substitute-recalled": v.strictObject({ sittingId: id, personId: id }),
  "attendance.approved": v.strictObject({ sittingId: id, present: v.array(id) }),
  "agenda.item-added": v.strictObject({ ...itemFields, parentId: v.optional(id), index: count }),
  "agenda.item-edited": v.strictObject(itemFields),
  "agenda.item-moved": v.strictObject({ itemId: id, parentId: v.optional(id), index: count }),
  "agenda.item-removed": item,
  "agenda.item-opened": item,
  "agenda.item-closed": item,
  "agenda.paper-attached": v.strictObject({
    paperId: id,
    itemId: id,
    title: text,
    kind: paperKind,
    number: v.optional(text),
    ...paperFile,
    issuer: v.optional(text),
    summary: v.optional(text),
    reach: v.optional(reach),
    late: v.optional(v.boolean()),
  }),
  "agenda.paper-replaced": v.strictObject({ paperId: id, version: count, ...paperFile, seen: v.boolean() }),
  "agenda.paper-restricted": v.strictObject({ paperId: id, reach }),
  "agenda.paper-moved": v.strictObject({ paperId: id, itemId: id, index: count }),
  "agenda.paper-renamed": v.strictObject({
    paperId: id,
    title: text,
    kind: paperKind,
    number: v.optional(text),
    issuer: v.optional(text),
    summary: v.optional(text),
  }),
  "agenda.paper-detached": v.strictObject({ paperId: id }),
  "agenda.paper-recalled": v.strictObject({ paperId: id, reason: text }),
  "agenda.paper-restored": v.strictObject({ paperId: id, itemId: id }),
  "agenda.windows-turned": v.strictObject({ opened: v.array(id), closed: v.array(id) }),
  "floor.hand-raised": v.strictObject({ personId: id, name: v.optional(text) }),
  "floor.hand-lowered": person,
  "floor.speech-ended": person,
  "floor.queue-moved": v.strictObject({ personId: id, index: count }),
  "floor.granted": v.strictObject({ personId: id, until: stamp, name: v.optional(text) }),
  "floor.speech-extended": clock,
  "voting.prepared": v.strictObject({ voteId: id, itemId: id, title: text, matter: v.optional(text) }),
  "voting.dropped": vote,
  "voting.withdrawn": v.strictObject({ voteId: id, reason: text }),
  "voting.declared": vote,
  "voting.opened": v.strictObject({
    voteId: id,
    eligible: v.array(id),
    rule: share,
    baseSize: count,
    overrideReason: v.optional(text),
    batch: v.optional(id),
    matter: v.optional(matter),
    substitutes: v.optional(v.array(substitute)),
    units: v.optional(v.array(v.strictObject({ pointId: id, name: text, people: v.array(id) }))),
  }),
  "voting.ballot-cast": v.strictObject({
    voteId: id,
    personId: id,
    choice: v.optional(choice),
    signature: v.optional(v.strictObject({ publicKey: v.string(), turn: v.number(), value: v.string() })),
    chair: v.optional(v.boolean()),
  }),
  "voting.entered": v.strictObject(entry),
  "voting.countersigned": v.strictObject({
    ...entry,
    countersigner: id,
    countersignerName: text,
    chair: v.optional(v.boolean()),
  }),
  "voting.entry-ended": v.strictObject({
    voteId: id,
    personId: id,
    why: v.picklist(["TAKEN_BACK", "OWN_BALLOT", "VOTE_CLOSED"]),
  }),
  "voting.closed": v.strictObject({
    voteId: id,
    forCount: count,
    againstCount: count,
    abstainCount: count,
    notVoted: count,
    outcome: v.picklist(["PASSED", "FAILED"]),
    byChair: v.optional(v.boolean()),
  }),
  "voting.held": v.strictObject({ voteId: id, reason: text }),
  "voting.resumed": v.strictObject({ voteId: id }),
  "voting.voided": v.strictObject({ voteId: id, reason: text }),
  "ballot.prepared": v.strictObject({
    pollId: id,
    itemId: id,
    form: v.picklist(["OPEN", "SECRET_PAPER", "SECRET_ELECTRONIC"]),
    sheet,
    after: v.optional(id),
  }),
  "ballot.sheet-edited": v.strictObject({ pollId: id, sheet }),
  "ballot.dropped": poll,
  "ballot.box-closed": poll,
  "ballot.declared": poll,
  "ballot.tellers-named": v.strictObject({
    pollId: id,
    tellers: v.strictObject({ people: v.array(id), head: id, electedBy: v.optional(id) }),
  }),
  "ballot.issue-opened": v.strictObject({
    pollId: id,
    matter,
    eligible: v.array(id),
    totalMembers: count,
    overrideReason: v.optional(text),
  }),
  "ballot.issued": v.strictObject({ pollId: id, handed: v.strictObject({ issued: count, spoiled: count }) }),
  // its count is left out until two tellers agree
  "ballot.count-keyed": v.strictObject({ pollId: id, personId: id, round: count, count: v.optional(counted) }),
  "ballot.mismatched": v.strictObject({
    pollId: id,
    round: count,
    places: v.array(v.strictObject({ lineId: v.optional(id), field: text })),
  }),
  "ballot.counted": v.strictObject({
    pollId: id,
    keyedBy: v.array(id),
    count: counted,
    results: lineResults,
  }),
  "ballot.voided": v.strictObject({ pollId: id, reason: text }),
  "ballot.defined": v.strictObject({
    pollId: id,
    definition: text,
    hash: text,
    electorate: v.array(v.strictObject({ personId: id, key: text })),
  }),
  "ballot.taken": v.strictObject({ pollId: id, personId: id, blinded: text, signature: text }),
  "ballot.stored": v.strictObject({ pollId: id, personId: id }),
  "ballot.approved": v.strictObject({ pollId: id, personId: id, to: boxPhase, issued: count, signature: text }),
  "ballot.moved": v.strictObject({ pollId: id, phase: boxPhase }),
  "ballot.tallied": v.strictObject({
    pollId: id,
    approvedBy: v.array(id),
    root: text,
    count: counted,
    results: lineResults,
  }),
  "ballot.troubled": v.strictObject({ pollId: id, trouble: v.optional(text) }),
  "screen.shown": v.strictObject({
    scene: v.picklist(["IDLE", "AGENDA", "ROLL_CALL", "ITEM", "SPEAKER", "VOTE", "RESULT", "POLL"]),
    voteId: v.optional(id),
    pollId: v.optional(id),
  }),
  "screen.automatic": nothing,
  "room.opened": roomSettings,
  "room.changed": roomSettings,
  "room.closed": nothing,
  "room.locked": nothing,
  "room.unlocked": nothing,
  "room.broadcast-started": nothing,
  "room.broadcast-stopped": nothing,
  "room.joined": v.strictObject({ personId: id, name: text, moderator: v.boolean(), as: station }),
  "room.knocked": v.strictObject({ personId: id, name: text, as: station }),
  "room.left": v.strictObject({ personId: id, lost: v.boolean() }),
  "room.turned-away": person,
  "room.removed": person,
  "room.muted": v.strictObject({ personId: id, source: mediaSource, hold: v.boolean() }),
  "room.all-muted": v.strictObject({ source: mediaSource, hold: v.boolean(), persons: v.array(id) }),
  "room.unmuted": v.strictObject({ personId: id, source: mediaSource }),
  "room.staged": v.strictObject({ personId: v.optional(id) }),
  "room.said": v.strictObject({ messageId: id, personId: id, name: text, text }),
  "room.unsaid": v.strictObject({ messageId: id }),
  "stage.previewed": layout,
  "stage.aired": layout,
  "stage.freed": nothing,
  "stage.called": person,
  "stage.dismissed": person,
  "stage.struck": nothing,
  "recording.started": v.strictObject({ recordingId: id, name: text }),
  "recording.paused": nothing,
  "recording.resumed": nothing,
  "recording.stopped": nothing,
  "follow.started": v.strictObject({
    paperId: id,
    page: count,
    personId: id,
    name: text,
    byFloor: v.boolean(),
    sittingId: id,
  }),
  "follow.turned": v.strictObject({ page: count }),
  "follow.stopped": nothing,
  "point.invited": v.strictObject({
    points: v.array(v.strictObject({ pointId: id, unitId: id, name: text, level: count, above: v.array(id) })),
  }),
  "point.withdrawn": point,
  "point.assigned": v.strictObject({
    pointId: id,
    technician: v.strictObject({ personId: id, name: text, phone: v.optional(text) }),
    attendees: v.array(v.strictObject({ name: text, position: text, leader: v.boolean(), personId: v.optional(id) })),
    expected: count,
  }),
  "point.refused": v.strictObject({ pointId: id, reason: text }),
  "point.tested": v.strictObject({
    pointId: id,
    result: v.strictObject({
      camera: device,
      microphone: device,
      loudspeaker: device,
      upKbps: count,
      downKbps: count,
      roundTripMs: count,
      lossPermille: count,
    }),
    grade,
  }),
  "point.accepted": v.strictObject({ pointId: id, grade, note: text, name: text }),
  "point.noted": v.strictObject({ pointId: id, text, name: text }),
  "point.reported": v.strictObject({
    pointId: id,
    sittingId: id,
    present: count,
    leaders: v.array(text),
    late: v.boolean(),
    name: text,
  }),
  "point.lines-measured": v.strictObject({
    lines: v.array(
      v.strictObject({
        pointId: id,
        seconds: count,
        upKbps: count,
        downKbps: count,
        upLossPermille: count,
        downLossPermille: count,
        worstLossPermille: count,
        roundTripMs: count,
        worstRoundTripMs: count,
        poorSeconds: count,
      }),
    ),
  }),
  "point.test-required": v.strictObject({
    on: v.boolean(),
    limits: v.optional(
      v.strictObject({
        greenKbps: count,
        amberKbps: count,
        greenRoundTripMs: count,
        amberRoundTripMs: count,
        greenLossPermille: count,
        amberLossPermille: count,
      }),
    ),
  }),
  "point.host-set": v.strictObject({
    external: v.optional(v.strictObject({ host: text, link: v.optional(text), note: v.optional(text) })),
  }),
  "checkpoint.signed": v.strictObject({
    checkpoint: v.strictObject({
      size: count,
      root: text,
      key: text,
      signature: text,
      from: count,
      proof: v.array(text),
    }),
  }),
} as const;

export type EventType = keyof typeof eventData;

/** One journal line, decoded; `type` tells the shape of `data`. */
export type SessionEvent = {
  [T in EventType]: Line & { type: T; data: v.InferOutput<(typeof eventData)[T]> };
}[EventType];

const line = v.object({
  seq: count,
  at: stamp,
  by: id,
  byName: v.optional(text),
  roles: v.array(text),
  cmd: v.optional(id),
  type: text,
  data: v.unknown(),
});
type Line = Omit<v.InferOutput<typeof line>, "type" | "data">;

/** Decodes a journal line, parsed JSON. Throws a valibot error when it isn't one, or of a type that is not known here. */
export function decodeEvent(value: unknown): SessionEvent {
  const { type, data, ...head } = v.parse(line, value);
  const schema = Object.hasOwn(eventData, type) ? eventData[type as EventType] : undefined;
  if (!schema) throw new Error(`unknown event type ${type}`);
  return { ...head, type, data: v.parse(schema as v.GenericSchema, data) } as SessionEvent;
}
