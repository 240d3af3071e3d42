/** Titles of problems that the client itself finds; the server's problems bring their own Vietnamese title. */
export const vi: Record<string, string> = {
  "client:network": "Không kết nối được máy chủ",
  "client:unreadable": "Máy chủ trả lời không đọc được",
  "client:signed-out": "Phiên đăng nhập đã hết hạn",
  "client:ended": "Kết nối với kỳ họp đã kết thúc",
  "client:not-kept": "Tài liệu này chưa được tải về máy, cần kết nối máy chủ để mở",
  "client:fault": "Ứng dụng gặp lỗi",
  // Of files that are kept, the server tells the code only.
  "office:no-converter":
    "Máy chủ này không chuyển được tệp Office sang PDF. Tệp gốc đã được giữ lại; hãy tải lên bản PDF.",
  "office:not-converted":
    "Không chuyển được tệp Office này sang PDF. Tệp gốc đã được giữ lại; hãy xuất ra PDF rồi tải lên.",
  "office:too-slow":
    "Chuyển tệp Office này sang PDF mất quá nhiều thời gian. Tệp gốc đã được giữ lại; hãy xuất ra PDF rồi tải lên.",
};
