import type { Problem } from "./schemas.ts";

/** A refusal by the server, or a failure on the way to it, as one RFC 9457 object. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.title, { cause });
    this.problem = problem;
  }
}

/** Codes of problems that arise on the client; the catalogue has their titles. */
export type ClientCode = "client:network" | "client:unreadable" | "client:signed-out" | "client:ended" | "client:fault";

const titles: Record<ClientCode, string> = {
  "client:network": "Không kết nối được máy chủ",
  "client:unreadable": "Máy chủ trả lời không đọc được",
  "client:signed-out": "Phiên đăng nhập đã hết hạn",
  "client:ended": "Kết nối với kỳ họp đã kết thúc",
  "client:fault": "Ứng dụng gặp lỗi",
};

export function clientProblem(code: ClientCode, status = 0): Problem {
  return { type: `urn:plenum:problem:${code}`, code, title: titles[code], status };
}

/** Any thrown value as a problem; what is not ours is a fault of the app. */
export function asProblem(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : clientProblem("client:fault");
}

/** Nothing was answered: the server can't be reached. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === "client:network";
}

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Problem).code === "string" &&
    typeof (value as Problem).title === "string"
  );
}
