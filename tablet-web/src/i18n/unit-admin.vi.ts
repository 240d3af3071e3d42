/** Texts of the administration of a unit. */
export const vi = {
  title: "Quản trị đơn vị",
  subtitle: "Quy tắc biểu quyết và lựa chọn về tài liệu",
  back: "Về danh sách kỳ họp",
  unit: "Đơn vị",
  papers: "Tài liệu của các kỳ họp",
  watermark: "Cho phép đóng dấu tên người đọc",
  watermarkHint:
    "Thư ký có thể đánh dấu một tài liệu để mỗi người nhận bản có tên mình và giờ đọc trên từng trang. Tắt: không đánh dấu thêm được; tài liệu đã đánh dấu vẫn giữ dấu.",
  confidential: "Cho phép tài liệu hạn chế lưu giữ",
  confidentialHint:
    "Tài liệu như vậy không lưu trên máy của đại biểu, khách mời không thấy. Tắt: hệ thống từ chối phát hành tài liệu loại này.",
  saved: "Đã lưu lựa chọn",
  unsaved: "Có thay đổi chưa lưu",
  audited: "Mỗi thay đổi được ghi vào nhật ký quản trị.",
  none: "Không có đơn vị nào",
  noneText: "Tài khoản này không quản trị đơn vị nào.",
};

export type UnitAdminText = typeof vi;
