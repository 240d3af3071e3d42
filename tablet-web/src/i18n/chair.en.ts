import type { ChairText } from "./chair.vi.ts";

const plural = new Intl.PluralRules("en");
const count = (n: number, one: string, other: string) => `${n} ${plural.select(n) === "one" ? one : other}`;

export const en = {
  sessions: "Sessions",
  status: {
    label: "State of the sitting",
    running: "In session for",
    planned: when => `Opens ${when}`,
    none: "No sitting is left",
    quorumBar: (present, checked, total) =>
      `Present ${present}, awaiting approval ${checked}, ${total} delegates in total`,
    checkedIn: n => `${n} awaiting approval`,
  },
  item: {
    current: number => `Item ${number}`,
    none: "No item is open yet",
    noneNow: "No item is open",
    noneText: "Open an item in the panel when ready.",
    endedText: "All items of the session are closed.",
    beforeText: "The agenda starts when the sitting is opened.",
    presenter: name => `Presented by ${name}`,
    running: "Time spent on the item",
    planned: minutes => `planned ${minutes} min`,
    choose: "Agenda",
    drawer: "Choose an item",
    open: number => `Open item ${number}`,
    pick: "Choose an item to open",
    isCurrent: "This item is being discussed",
    voteOpen: "A vote is open; the item can't be changed now",
  },
  floor: {
    title: "Floor",
    queue: n => `Asked to speak (${n})`,
    empty: "Nobody has asked to speak",
    grant: "Call",
    grantTo: name => `Give the floor to ${name}`,
    more: name => `Actions for ${name}`,
    toTop: "Move to the top",
    toEnd: "Move to the end",
    remove: "Remove from the list",
    other: "Call someone else",
    otherTitle: "Give a delegate the floor",
    search: "Search by name, group or position",
    nobody: "No delegate present fits",
    found: n => `${count(n, "delegate", "delegates")} present`,
  },
  vote: {
    title: "Vote in progress",
    elapsed: "Open for",
    cast: (cast, eligible) => `${cast}/${eligible} delegates have voted`,
    everyone: "Everyone has voted",
    missing: n => `${count(n, "delegate has", "delegates have")} not voted yet`,
    secret: "Counts by choice appear only after the vote is closed.",
    result: "Result, not declared yet",
    resultHint: "Only chair and secretary see this result until it is declared.",
    declared: time => `Declared at ${time}`,
    own: "My ballot",
  },
  checkIn: {
    title: "My attendance",
    button: "I am present",
    recorded: "Recorded as present, awaiting the secretary's approval",
  },
  step: {
    heading: "Next step",
    others: "Other actions",
    offline: "Needs a connection",
    wait: {
      publication: "Waiting for the secretary to publish the session",
      sitting: "Waiting for the secretary to schedule a sitting",
      approval: "Waiting for the secretary to approve the roll call",
      vote: "Waiting for the secretary to prepare the vote",
    },
    waitText: {
      publication: "The session is still a draft; delegates do not see it.",
      sitting: "The session has no sitting yet.",
      vote: "This item adopts a resolution but no vote has been prepared.",
    },
    approvalText: (checked, total) => `${checked}/${total} delegates have checked in.`,
    rollCall: "Open the roll call",
    rollCallText: (sitting, when) =>
      `${sitting}, ${when}. Delegates check in with a button or the QR code on the big screen.`,
    openSitting: "Open the sitting",
    openSittingText: (sitting, present, total) => `${sitting}: ${present}/${total} delegates present, quorum is met.`,
    overrideSitting: "Open without meeting the conditions",
    overrideSittingText: (present, needed) =>
      `Only ${present} delegates are present, ${needed} are needed. Wait for more, or open and state the reason.`,
    firstItem: number => `Open item ${number}`,
    nextItem: number => `Go to item ${number}`,
    grant: name => `Call ${name}`,
    grantText: (title, waiting) =>
      waiting > 1 ? `${title}. ${count(waiting - 1, "other waits", "others wait")} to speak.` : `${title}.`,
    skip: name => `Let ${name} wait`,
    endSpeech: "End the speech",
    endSpeechText: name => `${name} is speaking.`,
    extend: "Add 1 minute",
    openVote: "Open the vote",
    overrideVote: "Open the vote without quorum",
    overrideVoteText: (present, needed) =>
      `Only ${present} delegates are still present, ${needed} are needed. Wait for them, or open and state the reason.`,
    closeVote: "Close the vote",
    declare: "Declare the result",
    declareText: "The result appears on the big screen and on every delegate's device.",
    voidVote: "Void the vote",
    endSitting: "End the sitting",
    endSittingText: "All items of the sitting are done.",
    endSession: "End the session",
    endSessionText: "All sittings have ended.",
    finished: "The session has ended",
    finishedText: "The secretary makes the minutes from the session's journal.",
  },
  confirm: {
    openSitting: "Open the sitting?",
    openSittingText: (present, total) =>
      `The time of opening and the number present (${present}/${total}) go into the journal and the minutes. This can't be undone.`,
    overrideSitting: "Open without meeting the conditions?",
    overrideSittingText: (present, needed, total) =>
      `${present}/${total} delegates are recorded as present, the rules ask for ${needed}. The chair answers for the opening; the reason goes into the journal and the minutes and can't be changed.`,
    notApproved: "The secretary has not approved the roll call.",
    openVote: "Open the vote?",
    openVoteText: present =>
      `${count(present, "delegate", "delegates")} now present may vote. The list is fixed at opening; who comes later can't vote this time.`,
    openVoteRule: (rule, needed, base) => `Adopted when ${rule} vote for: at least ${needed}/${base}.`,
    overrideVote: "Open the vote without quorum?",
    overrideVoteText: (present, needed) =>
      `Only ${present} delegates are present, the rules ask for ${needed}. The result may be contested; the reason goes into the journal and the minutes and is shown with the result.`,
    closeVote: "Close the vote?",
    closeVoteText: (cast, eligible) =>
      `${cast}/${eligible} ballots are in. The ${eligible - cast} missing will count as not voted. A closed vote can't be opened again.`,
    voidVote: "Void the vote?",
    voidVoteText:
      "All ballots of this vote lose their effect and can't be restored. To vote again, the secretary has to prepare a new vote. The reason goes into the minutes.",
    endSitting: "End the sitting?",
    endSittingText:
      "A running speech stops, the list of speakers is cleared, the current item is closed. The sitting can't be opened again.",
    endSittingLeft: n => `${count(n, "item", "items")} of the sitting not opened yet.`,
    endSession: "End the session?",
    endSessionText:
      "After the end nobody can change agenda, attendance or votes of this session. This can't be undone.",
    reason: "Reason",
    reasonHint: "3 to 500 characters",
    reasonShort: "State the reason, at least 3 characters.",
  },
} satisfies ChairText;
