import { randomUUID } from "node:crypto";

export const password = "plenum-demo-2026";

/** One signed-in person without a browser, over HTTP as a program would. */
export class Client {
  private readonly url: string;
  private readonly token: string;
  readonly personId: string;

  private constructor(url: string, token: string, personId: string) {
    this.url = url;
    this.token = token;
    this.personId = personId;
  }

  static async signIn(url: string, username: string): Promise<Client> {
    const answer = await fetch(`${url}/api/auth/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    const access = (await answer.json()) as { accessToken: string; me: { personId: string } };
    if (!answer.ok) throw new Error(`sign-in of ${username}: ${answer.status} ${JSON.stringify(access)}`);
    return new Client(url, access.accessToken, access.me.personId);
  }

  async get(path: string): Promise<Response> {
    return fetch(this.url + path, { headers: { authorization: `Bearer ${this.token}` } });
  }

  async post(path: string, data: object): Promise<Response> {
    return this.send("POST", path, "application/json", JSON.stringify(data));
  }

  async replace(path: string, data: object): Promise<Response> {
    return this.send("PUT", path, "application/json", JSON.stringify(data));
  }

  /** A PDF, or JSON. */
  async put(path: string, body: Uint8Array | Record<string, unknown>): Promise<void> {
    if (body instanceof Uint8Array) await this.send("PUT", path, "application/pdf", Uint8Array.from(body));
    else await this.send("PUT", path, "application/json", JSON.stringify(body));
  }

  private async send(
    method: string,
    path: string,
    type: string,
    body: string | Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": type };
    const answer = await fetch(this.url + path, { method, headers, body });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** Attaches a PDF; resolves when it is durable. */
  async upload(session: string, paper: string, facts: Record<string, string>, file: Buffer): Promise<void> {
    const query = new URLSearchParams({ kind: "ANNEX", fileName: `${paper}.pdf`, ...facts });
    const answer = await fetch(`${this.url}/api/sessions/${session}/papers/${paper}?${query}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${this.token}`, "content-type": "application/pdf" },
      body: new Uint8Array(file),
    });
    if (!answer.ok) throw new Error(`upload of ${paper}: ${answer.status} ${await answer.text()}`);
  }

  /** Resolves when the server has answered done, that is durable. */
  async command(session: string, name: string, data: object): Promise<void> {
    const answer = await fetch(`${this.url}/api/sessions/${session}/commands`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.token}`, "content-type": "application/json" },
      body: JSON.stringify({ id: randomUUID(), name, data }),
    });
    if (!answer.ok) throw new Error(`${name} of ${this.personId}: ${answer.status} ${await answer.text()}`);
  }

  /** All of the session's journal, oldest first. */
  async journal(session: string): Promise<JournalEntry[]> {
    const entries: JournalEntry[] = [];
    for (;;) {
      const answer = await this.get(`/api/sessions/${session}/journal?limit=500&after=${entries.at(-1)?.seq ?? 0}`);
      const page = (await answer.json()) as { entries: JournalEntry[]; last: number };
      entries.push(...page.entries);
      if (page.entries.length === 0 || (entries.at(-1)?.seq ?? 0) >= page.last) return entries;
    }
  }
}

export type JournalEntry = { seq: number; type: string; by: string; data: Record<string, unknown> };

/** Signs in many, four at a time: a password costs the server real work. */
export async function signInAll(url: string, usernames: readonly string[]): Promise<Client[]> {
  const clients: Client[] = [];
  for (let at = 0; at < usernames.length; at += 4) {
    clients.push(...(await Promise.all(usernames.slice(at, at + 4).map(name => Client.signIn(url, name)))));
  }
  return clients;
}
