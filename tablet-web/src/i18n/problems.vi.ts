/** Titles of problems that the client itself finds; the server's problems bring their own Vietnamese title. */
export const vi: Record<string, string> = {
  "client:network": "Không kết nối được máy chủ",
  "client:unreadable": "Máy chủ trả lời không đọc được",
  "client:signed-out": "Phiên đăng nhập đã hết hạn",
  "client:ended": "Kết nối với kỳ họp đã kết thúc",
  "client:not-kept": "Tài liệu này chưa được tải về máy, cần kết nối máy chủ để mở",
  "client:fault": "Ứng dụng gặp lỗi",
};
