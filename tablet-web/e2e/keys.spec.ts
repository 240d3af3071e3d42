import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";

/** The session that the demo brings along. */
const demo = "ky-hop-3-2026";

test("tablets are paired before the secretary, by QR code or by hand, and a lost one is revoked", async ({
  browser,
  plenum,
}) => {
  const secretary = await Seat.take(browser, "pairing-desk", sizes.desktop);
  await secretary.signIn(`${plenum.url}/sessions/${demo}/secretary/delegates`, "thuky");
  const desk = secretary.page;
  const client = await Client.signIn(plenum.url, "thuky");
  const name = async (username: string) => {
    const { personId } = await Client.signIn(plenum.url, username);
    const found = (await (await client.get(`/api/sessions/${demo}/voting-keys`)).json()) as {
      people: { personId: string; name: string }[];
    };
    return found.people.find(one => one.personId === personId)?.name ?? "";
  };
  const code = async () => {
    const shown = desk.getByText(/^[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/);
    await expect(shown).toBeVisible();
    return ((await shown.textContent()) ?? "").replace(" ", "");
  };

  await desk.getByRole("button", { name: "Thiết bị ký phiếu 0/60" }).click();
  await secretary.shows("list");
  const first = await name("db05");
  await desk.getByRole("button", { name: `Ghép máy cho ${first}`, exact: true }).click();
  await expect(desk.getByRole("img", { name: "Mã QR để ghép máy" })).toBeVisible();
  const link = `${plenum.url}/pair?s=${demo}#${await code()}`;
  await secretary.shows("code");

  const tablet = await Seat.take(browser, "pairing-tablet", sizes.landscape);
  await tablet.signIn(link, "db05");
  await tablet.shows("asked");
  await tablet.page.getByRole("button", { name: "Ghép máy này" }).click();
  await expect(tablet.page.getByText("Đã ghép máy này", { exact: true })).toBeVisible();
  const print = await tablet.page.getByText(/^\d{4} \d{4}$/).textContent();
  await tablet.shows("paired");
  await expect(desk.getByText(/^Đã ghép Linux/)).toBeVisible();
  await expect(desk.getByText(print ?? "no print", { exact: true })).toBeVisible();
  await secretary.shows("paired");
  await desk.getByRole("button", { name: "Về danh sách" }).click();
  await expect(desk.getByText(`Dấu ${print}`)).toBeVisible();

  // By hand, on a phone; a wrong code says so and may be tried again.
  const second = await name("db06");
  const phone = await Seat.take(browser, "pairing-phone", sizes.phone, { allowed: [/409/] });
  await phone.signIn(`${plenum.url}/sessions/${demo}/delegate`, "db06");
  await phone.page.getByRole("button", { name: /Tài khoản/ }).click();
  await phone.page.getByRole("menuitem", { name: "Khóa ký phiếu" }).click();
  await phone.page.getByLabel("Mã ghép").fill("22223333");
  await phone.page.getByRole("button", { name: "Ghép máy này" }).click();
  await expect(phone.page.getByText("Mã ghép thiết bị không đúng hoặc đã hết hạn.")).toBeVisible();
  await phone.shows("wrong-code");
  await desk.getByRole("dialog").getByRole("searchbox", { name: "Tìm đại biểu" }).fill(second);
  await desk.getByRole("button", { name: `Ghép máy cho ${second}`, exact: true }).click();
  await phone.page.getByLabel("Mã ghép").fill(await code());
  await phone.page.getByRole("button", { name: "Ghép máy này" }).click();
  await expect(phone.page.getByText("Máy này đã ghép")).toBeVisible();
  await phone.shows("paired");
  await desk.getByRole("button", { name: "Về danh sách" }).click();

  await desk.getByRole("button", { name: new RegExp(`^Thu hồi .* của ${second}$`) }).click();
  await secretary.shows("revoke-asked");
  await desk.getByRole("button", { name: "Thu hồi", exact: true }).click();
  await expect(desk.getByText("Đã thu hồi. Máy đó không ký phiếu được nữa.")).toBeVisible();
  await phone.page.reload();
  await phone.page.getByRole("button", { name: /Tài khoản/ }).click();
  await phone.page.getByRole("menuitem", { name: "Khóa ký phiếu" }).click();
  await expect(phone.page.getByText("Máy này chưa ghép")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Thiết bị ký phiếu 1/60" })).toBeAttached();

  expect([...secretary.wrong(), ...tablet.wrong(), ...phone.wrong()]).toEqual([]);
  await Promise.all([secretary.leave(), tablet.leave(), phone.leave()]);
});
