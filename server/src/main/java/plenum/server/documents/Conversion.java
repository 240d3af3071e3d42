package plenum.server.documents;

/**
 * The PDF that was made of an office file. LibreOffice writes other bytes each time, so the first stay.
 *
 * @param original SHA-256 of the office file
 * @param pdf SHA-256 of the PDF
 */
record Conversion(String original, String pdf, long bytes, int pages) {}
