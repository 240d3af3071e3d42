/** Texts of follow mode: one person's page is everybody's page. */
export const vi = {
  title: "Trình chiếu tài liệu",
  following: (name: string) => `Đang theo ${name}`,
  shows: (name: string) => `${name} đang trình chiếu`,
  yours: "Bạn đang trình chiếu cho cả hội trường",
  page: (page: number) => `trang ${page}`,
  secret: "tài liệu này không gửi tới bạn",
  join: "Theo trang này",
  leave: "Tự xem",
  stop: "Dừng trình chiếu",
  paper: "Tài liệu",
  choosePaper: "Chọn tài liệu",
  presenter: "Người trình chiếu",
  me: "Tôi lật trang",
  begin: "Bắt đầu trình chiếu",
  begun: "Đã bắt đầu trình chiếu",
  stopped: "Đã dừng trình chiếu",
  back: "Trang trước",
  next: "Trang sau",
  of: (page: number, pages: number) => `Trang ${page}/${pages}`,
  noPapers: "Chưa có tài liệu nào để trình chiếu.",
  needSitting: "Cần mở phiên họp trước khi trình chiếu.",
  note: "Máy tính bảng của mọi người chuyển theo trang được trình chiếu; mỗi người có thể rời ra và quay lại bằng một lần chạm.",
};

export type FollowText = typeof vi;
