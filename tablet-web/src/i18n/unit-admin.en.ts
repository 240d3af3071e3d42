import type { UnitAdminText } from "./unit-admin.vi.ts";

export const en: UnitAdminText = {
  title: "Unit administration",
  subtitle: "Rules of decisions and options for papers",
  back: "Back to the sessions",
  unit: "Unit",
  papers: "Papers of the sessions",
  watermark: "Allow the reader’s name on papers",
  watermarkHint:
    "The secretary may mark a paper so that everyone gets a copy with the own name and the hour on each page. Off: no more papers can be marked; those that are keep the name.",
  confidential: "Allow papers that tablets must not keep",
  confidentialHint:
    "No tablet of a delegate keeps such a paper, and guests do not see it. Off: publishing such a paper is refused.",
  saved: "Options saved",
  unsaved: "There are unsaved changes",
  audited: "Every change is written into the audit.",
  none: "No unit",
  noneText: "This account administers no unit.",
};
