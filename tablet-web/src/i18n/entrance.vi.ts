/** Texts of sign-in, session list and the QR link. */
export const vi = {
  signIn: {
    title: "Đăng nhập",
    intro: "Dùng tài khoản do Văn phòng Đoàn ĐBQH và HĐND cấp.",
    username: "Tên đăng nhập",
    password: "Mật khẩu",
    show: "Hiện mật khẩu",
    hide: "Ẩn mật khẩu",
    submit: "Đăng nhập",
    busy: "Đang đăng nhập…",
    expired: "Phiên đăng nhập đã hết hạn. Vui lòng đăng nhập lại để tiếp tục.",
    forCheckIn: "Đăng nhập để hoàn tất điểm danh.",
  },
  list: {
    title: "Kỳ họp",
    running: "Đang họp",
    upcoming: "Sắp diễn ra",
    drafts: "Đang chuẩn bị",
    ended: "Đã kết thúc",
    emptyTitle: "Chưa có kỳ họp nào",
    emptyText: "Kỳ họp sẽ xuất hiện ở đây khi thư ký công bố.",
    sittings: (n: number) => `${n} phiên họp`,
    noSitting: "Chưa có lịch phiên họp",
    enter: "Vào kỳ họp",
    more: "Xem thêm kỳ họp cũ",
    newSession: "Tạo kỳ họp",
  },
  door: {
    title: "Chọn vai trò",
    intro: "Tài khoản này có nhiều vai trò trong kỳ họp. Chọn màn hình cần mở.",
    DELEGATE: "Đọc tài liệu, đăng ký phát biểu, biểu quyết",
    CHAIR: "Điều hành phiên họp, mời phát biểu, mở biểu quyết",
    SECRETARY: "Chuẩn bị và phục vụ kỳ họp",
    SCREEN: "Trình chiếu lên màn hình lớn của hội trường",
    none: "Tài khoản này không có vai trò trong kỳ họp.",
  },
  checkIn: {
    title: "Điểm danh",
    working: "Đang ghi nhận điểm danh…",
    done: "Đã ghi nhận có mặt",
    doneText: "Thư ký sẽ chốt danh sách trước khi khai mạc.",
    failed: "Chưa điểm danh được",
    badLink: "Mã QR không đầy đủ. Hãy quét lại mã trên màn hình lớn hoặc nhập mã 6 số trong kỳ họp.",
    enter: "Vào kỳ họp",
  },
};

export type EntranceText = typeof vi;
