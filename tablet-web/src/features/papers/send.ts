import { clientProblem, isProblem, ProblemError } from "../../core/problem.ts";
import type { SendFile, Upload } from "./uploads.ts";

type Tokens = { token(): Promise<string>; refresh(): Promise<string> };

/** Uploads by XMLHttpRequest, the only way of a browser to tell how many bytes have gone; an expired token is renewed once. */
export function paperSender(session: string, tokens: Tokens): SendFile {
  return async (upload, onSent, signal) => {
    const first = await put(session, upload, await tokens.token(), onSent, signal);
    const answer = first.status === 401 ? await put(session, upload, await tokens.refresh(), onSent, signal) : first;
    if (answer.status >= 200 && answer.status < 300) return;
    throw new ProblemError(problemIn(answer.text) ?? clientProblem("client:unreadable", answer.status));
  };
}

function put(
  session: string,
  upload: Upload,
  token: string,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address(session, upload));
    request.setRequestHeader("authorization", `Bearer ${token}`);
    request.setRequestHeader("content-type", "application/pdf");
    request.upload.onprogress = event => onSent(Math.min(event.loaded, upload.file.size));
    request.upload.onload = () => onSent(upload.file.size);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new ProblemError(clientProblem("client:network")));
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) reject(new DOMException("cancelled", "AbortError"));
    else request.send(upload.file);
  });
}

function address(session: string, upload: Upload): string {
  const { paperId, itemId, title, paperKind, number, reach, version, file } = upload;
  const fileName = file.name.normalize("NFC").slice(-255);
  const paper = `/api/sessions/${encodeURIComponent(session)}/papers/${encodeURIComponent(paperId)}`;
  if (version !== undefined) return `${paper}/versions/${version}?${new URLSearchParams({ fileName })}`;
  const query = new URLSearchParams({ itemId, title, kind: paperKind, fileName });
  if (number) query.set("number", number);
  if (reach) query.set("reach", JSON.stringify(reach));
  return `${paper}?${query}`;
}

function problemIn(text: string) {
  try {
    const json: unknown = JSON.parse(text);
    return isProblem(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
