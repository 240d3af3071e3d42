import { type Addresses, senderTo } from "../papers/send.ts";
import type { Sender, Upload } from "../papers/uploads.ts";

type Tokens = Parameters<typeof senderTo>[1];

/** Files that become drafts of a unit, which is their issuing body until somebody writes another. */
export function draftSender(session: string, unit: { unitId: string; unitName: string }, tokens: Tokens): Sender {
  const path = `/api/sessions/${encodeURIComponent(session)}`;
  const addresses: Addresses = {
    pieces: id => `${path}/draft-uploads/${encodeURIComponent(id)}`,
    whole: upload => `${path}/drafts/${encodeURIComponent(upload.paperId)}?${queryOf(upload, unit)}`,
  };
  return senderTo(addresses, tokens);
}

/** A new version of an upload is another file for the revision before. */
function queryOf(upload: Upload, unit: { unitId: string; unitName: string }): URLSearchParams {
  const { itemId, title, paperKind, number, version, file } = upload;
  const fileName = file.name.normalize("NFC").slice(-255);
  const facts = { itemId, unitId: unit.unitId, title, kind: paperKind, issuer: unit.unitName, fileName };
  const query = new URLSearchParams(facts);
  if (number) query.set("number", number);
  if (version !== undefined) query.set("revision", String(version - 1));
  return query;
}
