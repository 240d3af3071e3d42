/** Texts of substitutes in a committee's sitting. */
export const vi = {
  label: "Người dự thay",
  send: "Cử người dự thay",
  sendFor: (name: string) => `Cử người dự thay cho ${name}`,
  change: "Đổi người",
  changeFor: (name: string) => `Đổi người dự thay cho ${name}`,
  recall: "Thôi cử",
  recalled: "Đã thôi cử người dự thay",
  sent: (name: string) => `Đã cử ${name} dự thay`,
  choose: "Chọn người dự thay",
  who: "Người dự thay",
  none: "Đơn vị chưa có ai trong danh sách khách mời của phiên họp. Thư ký thêm người vào danh sách trước.",
  intro: (votes: boolean): string =>
    votes
      ? "Người dự thay dự họp, phát biểu và biểu quyết thay; biên bản và kết quả ghi rõ là dự thay. Không tính vào số thành viên cần có để họp."
      : "Người dự thay dự họp và phát biểu, không biểu quyết. Không tính vào số thành viên cần có để họp.",
  action: (name: string) => `Cử ${name}`,
  pick: "Chọn một người",
  standsIn: (name: string) => `Bạn dự thay ${name}`,
  votes: "Được biểu quyết thay trong phiên này.",
  listens: "Được phát biểu, không biểu quyết.",
  marks: (name: string) => `Ghi nhận cho người dự thay ${name}`,
};

export type SubstitutesText = typeof vi;
