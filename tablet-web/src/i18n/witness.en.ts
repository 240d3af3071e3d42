import type { vi } from "./witness.vi.ts";

export const en: typeof vi = {
  title: "Witness of the session's journal",
  intro:
    "This device keeps the checkpoints that the server signed during the session. Should anyone change, add or remove a line of the journal later, the administrator included, this device will notice.",
  none: "No checkpoint yet. The first one is signed with a vote or after 50 entries of the journal.",
  sound: "The journal fits every checkpoint that this device has kept.",
  size: "Entries",
  root: "Root",
  key: "The server's key",
  at: "Checked at",
  copy: "Copy the checkpoint",
  copied: "The checkpoint was copied.",
  compare: "Compare it with the one in the minutes, or paste it into the page that comes with the exported journal.",
  alarm: "The session's journal does not fit the checkpoint that this device has kept.",
  details: "Details",
  brokenText:
    "Tell the secretary and the chair, and save the evidence: it holds two checkpoints signed by the server that cannot both be true.",
  evidence: "Save the evidence",
  evidenceName: session => `evidence-${session}.json`,
  why: {
    changed: "A line within the part that was witnessed has been changed.",
    shorter: "The end of the journal that was witnessed is gone.",
    "other-key": "The new checkpoint is signed with another key.",
    signature: "The new checkpoint's signature is wrong.",
  },
};
