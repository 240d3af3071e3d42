import { clockTime, exactTime, localDate } from "../core/format.ts";
import type { Choice, Microphones } from "../core/schemas.ts";
import { en as common } from "./common.en.ts";
import type { DataOf, JournalNames, JournalText, Sentences } from "./journal.vi.ts";

const because = (reason: string | undefined) => (reason ? `. Reason: ${reason}` : "");

const sources = { MICROPHONE: "microphone", CAMERA: "camera", SCREEN: "screen sharing" };
const held = (hold: boolean) => (hold ? ", held" : "");
const microphoneWords = {
  FREE: "everyone can talk",
  FLOOR: "only who has the floor can talk",
  CALLED: "only who is called can talk",
};
const roomSettings = (lobby: boolean, microphones: Microphones) =>
  `${lobby ? "with" : "without"} a lobby, ${microphoneWords[microphones]}`;

const entryEnd = {
  TAKEN_BACK: "taken back",
  OWN_BALLOT: "the member has voted",
  VOTE_CLOSED: "the vote was closed before it was countersigned",
};
/** Nothing of a choice before its vote is counted. */
const chosen = (choice: Choice | undefined) => (choice ? `: ${common.choice[choice].toLowerCase()}` : "");

const grades = { GREEN: "passed", AMBER: "passed with limits", RED: "not passed" };

const phases = {
  PREPARING: "Keys are made",
  ISSUE: "Ballots are given out",
  CAST: "Casting",
  CLOSING: "Box closed",
  TALLIED: "Box opened and counted",
  CHECK: "Delegates check their ballots",
  FINAL: "Finished, keys destroyed",
  VOID: "Void, ballots and keys destroyed",
};

const layouts = {
  STAGE: () => "one large",
  STAGE_PAPER: () => "picture and paper",
  DIALOGUE: () => "two in dialogue",
  GRID: () => "grid",
  ROTATION: (seconds: number) => `one after the other, ${seconds} seconds each`,
};
const shown = ({ kind, persons, seconds = 0 }: DataOf<"stage.aired">["layout"], n: JournalNames) =>
  [layouts[kind](seconds), persons.map(n.person).join(", ")].filter(Boolean).join(" – ");

const sentences: Sentences = {
  "session.prepared": d => `Prepared the session “${d.title}” with ${d.members.length} delegates`,
  "session.renamed": d => `Renamed the session to “${d.title}”`,
  "session.rules-taken": d => `Took version ${d.rules.version} of the rules: ${d.rules.citation}`,
  "session.published": () => "Published the session to the delegates",
  "session.ended": () => "Ended the session",
  "sitting.planned": d => `Planned the sitting “${d.title}”, ${clockTime(d.startsAt)} on ${localDate(d.date)}`,
  "sitting.changed": d => `Changed the sitting “${d.title}”, ${clockTime(d.startsAt)} on ${localDate(d.date)}`,
  "sitting.dropped": (d, n) => `Dropped the sitting “${n.sitting(d.sittingId)}”`,
  "sitting.ended": (d, n) => `Ended the sitting “${n.sitting(d.sittingId)}”`,
  "sitting.opened": (d, n) =>
    `Opened the sitting “${n.sitting(d.sittingId)}”: ${d.present} present, ${d.needed} needed${because(d.overrideReason)}`,
  "attendance.acknowledged": (d, n) => `${n.person(d.personId)} opened the summons and papers`,
  "attendance.answered": (d, n) =>
    `${n.person(d.personId)} answered for “${n.sitting(d.sittingId)}”: ${common.answer[d.answer]}${because(d.reason)}`,
  "attendance.roll-call-opened": (d, n) => `Opened the roll call of “${n.sitting(d.sittingId)}”`,
  "attendance.code-renewed": (d, n) => `Renewed the check-in code of “${n.sitting(d.sittingId)}”`,
  "attendance.checked-in": (d, n) =>
    `${n.person(d.personId)} checked in ${d.method === "QR" ? "by QR code" : "by button"}`,
  "attendance.marked": (d, n) =>
    `Marked ${n.person(d.personId)}: ${common.presence[d.presence].toLowerCase()}${because(d.reason)}`,
  "attendance.substitute-sent": (d, n) =>
    `${d.substitute.name} attends “${n.sitting(d.sittingId)}” in the place of ${d.substitute.insteadOfName}`,
  "attendance.substitute-recalled": (d, n) =>
    `Nobody attends “${n.sitting(d.sittingId)}” in the place of ${n.person(d.personId)} any more`,
  "attendance.approved": (d, n) =>
    `Approved the roll call of “${n.sitting(d.sittingId)}”: ${d.present.length} more delegates confirmed present`,
  "agenda.item-added": d => `Added the item “${d.title}”${d.hidden ? " (hidden)" : ""}`,
  "agenda.item-edited": d => `Edited the item “${d.title}”${d.hidden ? " (hidden)" : ""}`,
  "agenda.item-moved": (d, n) =>
    `Moved “${n.item(d.itemId)}” to place ${d.index + 1}${d.parentId ? ` in “${n.item(d.parentId)}”` : ""}`,
  "agenda.item-removed": (d, n) => `Removed the item “${n.item(d.itemId)}”`,
  "agenda.item-opened": (d, n) => `Went to the item “${n.item(d.itemId)}”`,
  "agenda.item-closed": (d, n) => `Closed the item “${n.item(d.itemId)}”`,
  "agenda.paper-attached": (d, n) =>
    `Added the paper “${d.title}”${d.number ? ` no. ${d.number}` : ""} (${d.pages} pages) to “${n.item(d.itemId)}”`,
  "agenda.paper-moved": (d, n) => `Moved the paper “${n.paper(d.paperId)}” to “${n.item(d.itemId)}”`,
  "agenda.paper-renamed": d => `Edited the paper “${d.title}”${d.number ? ` no. ${d.number}` : ""}`,
  "agenda.paper-detached": (d, n) => `Detached the paper “${n.paper(d.paperId)}”`,
  "agenda.paper-replaced": (d, n) =>
    `Replaced the paper “${n.paper(d.paperId)}” by version ${d.version} (${d.pages} pages)`,
  "agenda.paper-restricted": (d, n) => `Changed who may see the paper “${n.paper(d.paperId)}”`,
  "agenda.paper-recalled": (d, n) => `Recalled the paper “${n.paper(d.paperId)}”. Reason: ${d.reason}`,
  "agenda.paper-restored": (d, n) => `Gave out the paper “${n.paper(d.paperId)}” again`,
  "agenda.windows-turned": (d, n) =>
    [
      ...d.opened.map(id => `The paper “${n.paper(id)}” may now be seen`),
      ...d.closed.map(id => `The paper “${n.paper(id)}” may no longer be seen`),
    ].join(". "),
  "floor.hand-raised": (d, n) => `${n.person(d.personId)} asked to speak`,
  "floor.hand-lowered": (d, n) => `${n.person(d.personId)} left the speech queue`,
  "floor.speech-ended": (d, n) => `${n.person(d.personId)} finished speaking`,
  "floor.queue-moved": (d, n) => `Moved ${n.person(d.personId)} to place ${d.index + 1} of the speech queue`,
  "floor.granted": (d, n) => `Gave the floor to ${n.person(d.personId)} until ${exactTime(d.until)}`,
  "floor.speech-extended": (d, n) => `Extended ${n.person(d.personId)}'s time until ${exactTime(d.until)}`,
  "voting.prepared": (d, n) => `Prepared the vote “${d.title}” for the item “${n.item(d.itemId)}”`,
  "voting.dropped": (d, n) => `Dropped the vote “${n.vote(d.voteId)}”`,
  "voting.withdrawn": (d, n) => `“${n.vote(d.voteId)}” was withdrawn and not voted on${because(d.reason)}`,
  "voting.entered": (d, n) =>
    `${d.clerkName} wrote down the ballot of ${n.person(d.personId)}${chosen(d.choice)}, “${n.vote(d.voteId)}”; a second clerk has to countersign${because(d.reason)}`,
  "voting.countersigned": (d, n) =>
    `${d.countersignerName} countersigned the ballot that ${d.clerkName} wrote down for ${n.person(d.personId)}${chosen(d.choice)}, “${n.vote(d.voteId)}”${because(d.reason)}`,
  "voting.entry-ended": (d, n) =>
    `The ballot written down for ${n.person(d.personId)} does not count, “${n.vote(d.voteId)}”: ${entryEnd[d.why]}`,
  "voting.opened": (d, n) =>
    `Opened the vote “${n.vote(d.voteId)}” for ${d.eligible.length} ${d.units ? "units" : "delegates"}${because(d.overrideReason)}`,
  "voting.ballot-cast": (d, n) => `${n.person(d.personId)} voted on “${n.vote(d.voteId)}”${chosen(d.choice)}`,
  "voting.closed": (d, n) =>
    `Closed the vote “${n.vote(d.voteId)}”: for ${d.forCount}, against ${d.againstCount}, abstain ${d.abstainCount}, no ballot ${d.notVoted}; ${common.result[d.outcome].toLowerCase()}`,
  "voting.declared": (d, n) => `Declared the result of “${n.vote(d.voteId)}”`,
  "voting.held": (d, n) => `Put the vote “${n.vote(d.voteId)}” on hold${because(d.reason)}`,
  "voting.resumed": (d, n) => `The vote “${n.vote(d.voteId)}” goes on`,
  "voting.voided": (d, n) => `Voided the vote “${n.vote(d.voteId)}”${because(d.reason)}`,
  "ballot.prepared": (d, n) => `Prepared the secret ballot “${d.sheet.title}” for the item “${n.item(d.itemId)}”`,
  "ballot.sheet-edited": d => `Rewrote the sheet “${d.sheet.title}”`,
  "ballot.dropped": (d, n) => `Dropped the secret ballot “${n.poll(d.pollId)}”`,
  "ballot.tellers-named": (d, n) =>
    `Named the tellers of “${n.poll(d.pollId)}”: ${d.tellers.people.map(n.person).join(", ")}; head ${n.person(d.tellers.head)}`,
  "ballot.issue-opened": (d, n) =>
    `Began to hand out sheets of “${n.poll(d.pollId)}” to ${d.eligible.length} delegates present${because(d.overrideReason)}`,
  "ballot.issued": (d, n) =>
    `Handed out ${d.handed.issued} sheets of “${n.poll(d.pollId)}”, replaced ${d.handed.spoiled}; casting begins`,
  "ballot.box-closed": (d, n) => `Closed the box of “${n.poll(d.pollId)}”, the count begins`,
  "ballot.count-keyed": (d, n) => `${n.person(d.personId)} keyed the count of “${n.poll(d.pollId)}”, round ${d.round}`,
  "ballot.mismatched": (d, n) =>
    `The two counts of “${n.poll(d.pollId)}” differ in ${d.places.length} places; both key again`,
  "ballot.counted": (d, n) =>
    `The two counts of “${n.poll(d.pollId)}” agree (${d.keyedBy.map(n.person).join(", ")}): collected ${d.count.collected}, valid ${d.count.valid}, invalid ${d.count.invalid}`,
  "ballot.declared": (d, n) => `Declared the result of “${n.poll(d.pollId)}”`,
  "ballot.voided": (d, n) => `Voided the secret ballot “${n.poll(d.pollId)}”${because(d.reason)}`,
  "ballot.defined": (d, n) =>
    `Fixed the electronic secret ballot “${n.poll(d.pollId)}”, digest ${d.hash.slice(0, 12)}…, ${d.electorate.length} delegates may take one`,
  "ballot.taken": (d, n) => `${n.person(d.personId)} took an electronic ballot of “${n.poll(d.pollId)}”`,
  "ballot.stored": (d, n) => `The tablet of ${n.person(d.personId)} keeps its ballot of “${n.poll(d.pollId)}”`,
  "ballot.approved": (d, n) =>
    `${n.person(d.personId)} approved the step “${phases[d.to]}” of “${n.poll(d.pollId)}”, ${d.issued} ballots given out`,
  "ballot.moved": (d, n) => `Electronic ballot box of “${n.poll(d.pollId)}”: ${phases[d.phase].toLowerCase()}`,
  "ballot.tallied": (d, n) =>
    `Opened the electronic ballot box of “${n.poll(d.pollId)}” (approved by ${d.approvedBy.map(n.person).join(", ")}): ${d.count.collected} ballots, valid ${d.count.valid}, invalid ${d.count.invalid}; root ${d.root}`,
  "ballot.troubled": (d, n) =>
    d.trouble
      ? `The electronic ballot box of “${n.poll(d.pollId)}” has trouble (${d.trouble})`
      : `The electronic ballot box of “${n.poll(d.pollId)}” works again`,
  "screen.shown": (d, n) =>
    `Pinned the big screen: ${scenes[d.scene].toLowerCase()}${d.voteId ? ` “${n.vote(d.voteId)}”` : ""}${d.pollId ? ` “${n.poll(d.pollId)}”` : ""}`,
  "screen.automatic": () => "Let the big screen change by itself",
  "room.opened": d => `Opened the online room (${roomSettings(d.lobby, d.microphones)})`,
  "room.changed": d => `Changed the online room (${roomSettings(d.lobby, d.microphones)})`,
  "room.closed": () => "Closed the online room",
  "room.locked": () => "Locked the online room",
  "room.unlocked": () => "Unlocked the online room",
  "room.broadcast-started": () => "Started to broadcast the online room to viewers",
  "room.broadcast-stopped": () => "Stopped the broadcast of the online room",
  "room.joined": d => `${d.name} joined the online room${d.as === "KIOSK" ? " (meeting room)" : ""}`,
  "room.knocked": d => `${d.name} asked to join the online room${d.as === "KIOSK" ? " (meeting room)" : ""}`,
  "room.left": (d, n) => `${n.person(d.personId)} ${d.lost ? "lost the connection to" : "left"} the online room`,
  "room.turned-away": (d, n) => `Did not let ${n.person(d.personId)} into the online room`,
  "room.removed": (d, n) => `Removed ${n.person(d.personId)} from the online room`,
  "room.muted": (d, n) => `Switched off the ${sources[d.source]} of ${n.person(d.personId)}${held(d.hold)}`,
  "room.all-muted": d => `Switched off the ${sources[d.source]} of ${d.persons.length} people${held(d.hold)}`,
  "room.unmuted": (d, n) => `Let ${n.person(d.personId)} switch on the ${sources[d.source]} again`,
  "room.staged": (d, n) =>
    d.personId ? `Put ${n.person(d.personId)} on the stage` : "Let the stage follow whoever speaks",
  "room.said": d => `${d.name} wrote: “${d.text}”`,
  "room.unsaid": () => "Took back a message",
  "stage.previewed": (d, n) => `Prepared the layout: ${shown(d.layout, n)}`,
  "stage.aired": (d, n) => `Put on air the layout: ${shown(d.layout, n)}`,
  "stage.freed": () => "Let everyone choose what to see",
  "stage.called": (d, n) => `Called ${n.person(d.personId)} to talk as well`,
  "stage.dismissed": (d, n) => `Ended the call of ${n.person(d.personId)}`,
  "stage.struck": () => "Struck the stage of the online room",
  "recording.started": () => "Began to record the online room",
  "recording.paused": () => "Paused the recording",
  "recording.resumed": () => "Went on recording",
  "recording.stopped": () => "Ended the recording",
  "follow.started": (d, n) => `${d.name} presents “${n.paper(d.paperId)}” from page ${d.page}`,
  "follow.turned": d => `Turned the presentation to page ${d.page}`,
  "follow.stopped": () => "Ended the presentation of a paper",
  "point.invited": d =>
    d.points.length === 1
      ? `Invited the point ${d.points[0]?.name}`
      : `Invited ${d.points.length} points: ${d.points.map(one => one.name).join(", ")}`,
  "point.withdrawn": (d, n) => `Withdrew the invitation of the point ${n.point(d.pointId)}`,
  "point.assigned": (d, n) =>
    `Point ${n.point(d.pointId)}: ${d.technician.name} is its technician, ${d.expected} people are expected`,
  "point.refused": (d, n) => `The point ${n.point(d.pointId)} does not take part. Reason: ${d.reason}`,
  "point.tested": (d, n) =>
    `The point ${n.point(d.pointId)} was tested: ${grades[d.grade]} (up ${d.result.upKbps} kbit/s, down ${d.result.downKbps} kbit/s, round trip ${d.result.roundTripMs} ms)`,
  "point.accepted": (d, n) => `${d.name} judged the point ${n.point(d.pointId)}: ${grades[d.grade]}. ${d.note}`,
  "point.noted": (d, n) => `${d.name} noted on the point ${n.point(d.pointId)}: ${d.text}`,
  "point.reported": (d, n) =>
    `The point ${n.point(d.pointId)} reported ${d.present} people present${d.late ? " (late)" : ""}${d.leaders.length > 0 ? `; leaders: ${d.leaders.join(", ")}` : ""}`,
  "point.lines-measured": d => `Noted how good the lines of ${d.lines.length} points were`,
  "point.test-required": d =>
    d.on ? "A point needs a passed trial to come into the room" : "No trial is required of points",
  "point.host-set": d =>
    d.external ? `The video conference is hosted by ${d.external.host}` : "The video conference is hosted here",
  "checkpoint.signed": d => `Signed a checkpoint over the first ${d.checkpoint.size} entries of the journal`,
};

const scenes = {
  IDLE: "Idle",
  AGENDA: "Agenda",
  ROLL_CALL: "Roll call",
  ITEM: "Current item",
  SPEAKER: "Speaker",
  VOTE: "Vote in progress",
  RESULT: "Result of the vote",
  POLL: "Secret ballot",
};

export const en = {
  title: "Journal of the session",
  intro: "Everything that was recorded, in order; nothing can be changed or deleted. The minutes are made from it.",
  filter: "Show",
  parts: {
    all: "Everything",
    session: "Session, sittings",
    attendance: "Roll call",
    agenda: "Agenda",
    floor: "Speeches",
    voting: "Votes",
    ballot: "Secret ballots",
    follow: "Presenting papers",
    screen: "Big screen",
    room: "Online room",
    stage: "On air",
    point: "Points",
    checkpoint: "Checkpoints",
  },
  find: "Find in the journal",
  columns: { seq: "No.", at: "Time", by: "By", what: "What" },
  older: "Show older",
  export: "Export the journal (.zip)",
  exportName: session => `journal-${session}.zip`,
  exportText: "The exported file can be checked without the server.",
  signed: size => `The first ${size} entries are signed; delegates' devices keep these checkpoints.`,
  unsigned: "No checkpoint yet.",
  refresh: "Refresh",
  count: (shown, last) => `${shown} of ${last} entries`,
  emptyTitle: "No entries",
  emptyText: "Everything recorded in this session adds an entry here.",
  emptyFilter: "No entry fits the filter.",
  unreadable: type => `An entry of type ${type}, which this version of the app can't read`,
  system: "System",
  unknown: {
    person: "a delegate",
    item: "a removed item",
    paper: "a detached paper",
    vote: "a dropped vote",
    poll: "a dropped secret ballot",
    point: "a withdrawn point",
    sitting: "a dropped sitting",
  },
  scenes,
  sentences,
} satisfies JournalText;
