/** Texts of the desks of secretary and chair for ballots: entries by hand, several votes at once, who is ready. */
export const vi = {
  enter: {
    open: "Ghi hộ phiếu",
    title: "Ghi hộ phiếu của đại biểu",
    intro:
      "Chỉ dùng khi đại biểu có mặt mà máy không dùng được. Phiếu chỉ được tính khi một thư ký khác hoặc chủ tọa xác nhận; biên bản ghi tên cả hai người.",
    member: "Đại biểu",
    chooseMember: "Chọn đại biểu chưa biểu quyết",
    choice: "Đại biểu nói",
    reason: "Lý do ghi hộ",
    reasonHint: "Ví dụ: máy tính bảng hết pin.",
    reasonShort: "Ghi rõ lý do (từ 3 ký tự).",
    send: (name: string, choice: string) => `Ghi: ${name}, ${choice.toLowerCase()}`,
    sendMany: (name: string, count: number) => `Ghi: ${name}, ${count} nội dung`,
    pick: "Chọn đại biểu và lựa chọn",
    everyone: "Mọi đại biểu đã có phiếu hoặc đang chờ xác nhận.",
    entered: "Đã ghi, chờ người thứ hai xác nhận",
  },
  waiting: {
    title: (count: number) => `Phiếu ghi hộ chờ xác nhận (${count})`,
    by: (clerk: string, time: string) => `${clerk} ghi lúc ${time}`,
    countersign: (choice: string) => `Xác nhận: ${choice.toLowerCase()}`,
    countersignMany: (count: number) => `Xác nhận ${count} phiếu`,
    own: "Chờ thư ký khác hoặc chủ tọa xác nhận",
    takeBack: "Rút lại",
    reason: (reason: string) => `Lý do: ${reason}`,
    closing: (count: number) => `${count} phiếu ghi hộ chưa có người thứ hai xác nhận sẽ không được tính.`,
  },
  withdraw: {
    action: "Rút nội dung",
    title: "Rút, không biểu quyết",
    text: "Lượt biểu quyết này sẽ không được mở. Đại biểu thấy là đã rút; lý do có trong biên bản.",
    reason: "Lý do rút",
    short: "Ghi rõ lý do (từ 3 ký tự).",
    done: (reason: string) => `Đã rút, không biểu quyết: ${reason}`,
  },
  batch: {
    button: (count: number) => `Biểu quyết nhiều nội dung (${count})`,
    title: "Biểu quyết nhiều nội dung cùng lúc",
    intro:
      "Mỗi nội dung vẫn là một phiếu riêng. Bỏ chọn nội dung chưa đưa ra; nội dung nào được rút thì rút trước khi mở.",
    all: "Chọn tất cả",
    chosen: (count: number, total: number) => `Đã chọn ${count}/${total}`,
    open: (count: number) => `Mở ${count} lượt biểu quyết`,
    name: (count: number) => `Biểu quyết ${count} nội dung cùng lúc`,
    cast: "đại biểu đã gửi phiếu",
    list: "Các nội dung",
    summary: (passed: number, failed: number, voided: number) =>
      [`${passed} thông qua`, `${failed} không thông qua`, ...(voided > 0 ? [`${voided} bị hủy`] : [])].join(", "),
    verdict: (votes: number, base: number, needed: number) => `${votes}/${base} tán thành, cần ${needed}`,
    close: (count: number) => `Đóng ${count} lượt biểu quyết`,
    closeText: "Mọi nội dung trong lượt này được đóng và kiểm phiếu cùng lúc.",
    declare: (count: number) => `Công bố ${count} kết quả`,
    tooFew: "Chọn ít nhất một nội dung.",
    override: "Lý do mở khi chưa đủ số đại biểu có mặt",
  },
  ready: {
    title: "Máy của người có mặt",
    looking: "Đang xem máy của những người có mặt…",
    unknown: (why: string) => `Chưa biết máy nào sẵn sàng (${why}). Vẫn mở biểu quyết được.`,
    again: "Xem lại",
    count: (ready: number, present: number) => `Sẵn sàng biểu quyết ${ready}/${present}`,
    means: "Máy đang kết nối với kỳ họp.",
    meansSigned: "Máy đang kết nối và đã ghép để ký phiếu.",
    notYet: (count: number) => `Chưa sẵn sàng: ${count} người`,
    lack: { connected: "máy chưa kết nối", paired: "chưa ghép máy ký phiếu" },
    advice: "Vẫn mở được: ai không dùng được máy thì thư ký ghi hộ phiếu, người thứ hai xác nhận.",
    adviceSecret: "Ghép máy tại bàn thư ký, hoặc bỏ phiếu bằng giấy.",
  },
  live: (yes: number, no: number, abstain: number, needed: number) =>
    `Đang có ${yes} tán thành, ${no} không tán thành, ${abstain} không biểu quyết; cần ${needed}`,
  matter: "Loại việc",
  noMatter: "Quy chế của kỳ họp không có loại việc nào biểu quyết công khai.",
  settings: (change: boolean, live: boolean, tie: "FAILS" | "CHAIR_SIDE" | "RUN_OFF") =>
    [
      change ? "Được đổi phiếu đến khi đóng" : "Không đổi phiếu",
      live ? "hiện số phiếu khi đang biểu quyết" : "số phiếu chỉ hiện sau khi đóng",
      ...(tie === "CHAIR_SIDE" ? ["ngang nhau thì theo phía chủ tọa"] : []),
    ].join(", "),
};

export type BallotDeskText = typeof vi;
