/** Texts of opinions on an item before it is dealt with. */
export const vi = {
  give: "Gửi ý kiến",
  change: "Sửa ý kiến",
  see: "Xem ý kiến",
  title: (item: string) => `Ý kiến về nội dung ${item}`,
  stance: "Ý kiến của đại biểu",
  stances: { AGREE: "Nhất trí", DISAGREE: "Không nhất trí", OTHER: "Ý kiến khác" },
  about: "Về",
  whole: "Cả nội dung",
  text: "Nội dung ý kiến",
  textHint: "Chỉ chủ tọa và thư ký đọc được. Có thể sửa cho đến khi nội dung kết thúc.",
  textShort: "Hãy ghi rõ ý kiến.",
  send: "Gửi",
  sent: "Đã gửi ý kiến",
  kept: "Đã giữ trên máy, sẽ gửi khi có mạng",
  waiting: (time: string) => `Chờ mạng từ ${time}`,
  given: (stance: string, time: string) => `${stance} · đã gửi ${time}`,
  late: "Gửi muộn",
  closed: "Nội dung đã kết thúc, không nhận thêm ý kiến",
  board: {
    open: "Ý kiến",
    title: "Ý kiến của đại biểu theo nội dung",
    item: "Nội dung",
    summary: (given: number, total: number) => `${given}/${total} đại biểu đã gửi`,
    stances: (agree: number, disagree: number, other: number) =>
      `${agree} nhất trí, ${disagree} không nhất trí, ${other} ý kiến khác`,
    missing: "Chưa gửi",
    onlyMissing: "Chỉ xem người chưa gửi",
    all: "Mọi đại biểu đã gửi ý kiến.",
    none: "Chương trình chưa có nội dung nào.",
    times: (written: string, came: string) => `viết ${written}, nhận ${came}`,
    about: (paper: string) => `về “${paper}”`,
    export: "Tải bảng ý kiến (CSV)",
    file: (item: string) => `y-kien-noi-dung-${item}.csv`,
  },
};

export type OpinionsText = typeof vi;
