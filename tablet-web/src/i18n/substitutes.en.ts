import type { SubstitutesText } from "./substitutes.vi.ts";

export const en: SubstitutesText = {
  label: "Substitute",
  send: "Send a substitute",
  sendFor: name => `Send a substitute for ${name}`,
  change: "Change",
  changeFor: name => `Change the substitute for ${name}`,
  recall: "Recall",
  recalled: "The substitute was recalled",
  sent: name => `${name} will stand in`,
  choose: "Choose a substitute",
  who: "Substitute",
  none: "The body has no guests. A secretary adds people to the register first.",
  intro: votes =>
    votes
      ? "A substitute attends, speaks and votes in the member's place; minutes and results say so. A substitute makes no quorum."
      : "A substitute attends and speaks, but does not vote, and makes no quorum.",
  action: name => `Send ${name}`,
  pick: "Choose a person",
  standsIn: name => `You stand in for ${name}`,
  votes: "You vote in this sitting.",
  listens: "You may speak; you do not vote.",
  marks: name => `Note for the substitute ${name}`,
};
