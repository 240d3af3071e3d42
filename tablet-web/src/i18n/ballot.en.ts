import type { BallotText } from "./ballot.vi.ts";

export const en: BallotText = {
  title: "Please vote",
  choices: "Choices",
  pick: "Choose one",
  send: choice => `Send: ${choice}`,
  sending: choice => `Sending: ${choice}…`,
  queued: choice => `Waiting to send: ${choice}`,
  pending: choice =>
    `Not sent yet: ${choice}. It is sent by itself once there is a network. If the vote is about to close, tell the secretary, who can enter your ballot by hand.`,
  offline:
    "No connection. A ballot sent now waits and goes out once there is a network; if it is urgent, tell the secretary, who can enter it by hand.",
  recorded: "Ballot recorded",
  change: "Change my choice",
  keep: "Keep it",
  mayChange: "You may change your choice until the vote is closed.",
  mayNotChange: "A ballot that was sent can't be changed.",
  notEligible: "Not on the list of voters",
  notEligibleText:
    "Only those present when the vote was opened may vote. If this is wrong, tell the secretary at once.",
  held: "The vote is on hold",
  heldText: "No ballots are taken until it goes on. Ballots that were sent stay.",
  running: "Open for",
  receipt: seq => `Receipt: line ${seq} of the session's journal`,
  entered: (clerk, choice) =>
    `${clerk} is entering for you: ${choice.toLowerCase()}; a second person has to countersign.`,
  enteredText: "If you vote now, your own ballot counts and the entry is dropped.",
  byHand: "Your ballot was entered by hand",
  byHandText: (clerk, other, reason) =>
    `Entered by ${clerk}, countersigned by ${other}. Reason: ${reason}. It can't be changed any more; if it is wrong, tell the chair at once.`,
  many: {
    name: count => `Vote on ${count} items`,
    hint: "Choose for all, then change single items.",
    all: choice => `${choice}: all`,
    list: "Items to vote on",
    open: count => `${count} ${count === 1 ? "item" : "items"} without a choice`,
    send: "Review and send",
    confirmTitle: "Send your ballots?",
    confirm: "Yes, send",
    back: "Choose again",
    counted: (n, choice) => `${n} ${choice.toLowerCase()}`,
    sending: "Sending your ballots…",
    waiting:
      "Not sent yet; they go out once there is a network. If the vote is about to close, tell the secretary, who can enter them by hand.",
    recorded: count => `${count} ballots recorded`,
    lines: (from, to) => `Receipt: lines ${from} to ${to} of the session's journal`,
    missing: count => `${count} ${count === 1 ? "item has" : "items have"} no ballot yet.`,
    change: "Change my choices",
    handled: n => `${n} ${n === 1 ? "ballot was" : "ballots were"} entered by hand and can't be changed.`,
  },
};
