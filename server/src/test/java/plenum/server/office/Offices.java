package plenum.server.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Office files for tests, written by hand. */
public final class Offices {
    public static final String WORDS = "Nghị quyết về dự toán ngân sách";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

    private Offices() {}

    public static byte[] made(OfficeKind kind) {
        return zip(parts(kind));
    }

    /** Under the usual places on Debian; the tests of conversion cannot be run without. */
    public static Converter libreOffice() {
        return Converter.installed(java.util.List.of())
                .orElseThrow(() -> new IllegalStateException("no LibreOffice here: sh deploy/test installs it"));
    }

    /** LibreOffice as a program of one's own. */
    public static Optional<Converter> program(Path program, java.time.Duration limit) {
        return Optional.of(new Converter(program, limit, java.util.List.of()));
    }

    /** A docx with one part more, or another instead. */
    public static byte[] docxWith(String part, String content) {
        var parts = parts(OfficeKind.DOCX);
        parts.put(part, content.getBytes(UTF_8));
        return zip(parts);
    }

    /** A docx whose text is given as WordprocessingML. */
    public static byte[] docxSaying(String paragraphs) {
        return docxWith("word/document.xml", document(paragraphs));
    }

    /** An odt whose text is given as OpenDocument. */
    public static byte[] odtSaying(String paragraphs) {
        var parts = parts(OfficeKind.ODT);
        parts.put("content.xml", content("text", paragraphs).getBytes(UTF_8));
        return zip(parts);
    }

    public static String relation(String type, String target) {
        return XML
                + RELATIONS.formatted("<Relationship Id=\"r9\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target
                        + "\" TargetMode=\"External\"/>");
    }

    /** Megabytes of blanks that cost a few kilobytes. */
    public static byte[] bomb(int megabytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts(OfficeKind.DOCX).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry("word/media/picture.bmp"));
            var blanks = new byte[1 << 20];
            for (var each = 0; each < megabytes; each++) {
                zip.write(blanks);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }

    /** What office files of before 2007 begin with. */
    public static byte[] compound(String stream) {
        var name = stream.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        var file = new byte[4096];
        var magic = java.util.HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        System.arraycopy(magic, 0, file, 0, magic.length);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    /** A program in the shell that is called as LibreOffice is, in the directory where it is to write paper.pdf. */
    public static Path script(Path directory, String... lines) throws IOException {
        var script = directory.resolve("soffice");
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make a program of " + script);
        }
        return script;
    }

    private static Map<String, byte[]> parts(OfficeKind kind) {
        var texts = switch (kind) {
            case DOCX -> docx();
            case XLSX -> xlsx();
            case PPTX -> pptx();
            case ODT -> open(kind, "text", "<text:p>" + WORDS + "</text:p>");
            case ODS ->
                open(
                        kind,
                        "spreadsheet",
                        "<table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>"
                                + WORDS + "</text:p></table:table-cell></table:table-row></table:table>");
            case ODP ->
                open(
                        kind,
                        "presentation",
                        "<draw:page draw:name=\"A\"><draw:frame svg:x=\"2cm\" svg:y=\"2cm\" svg:width=\"20cm\" svg:height=\"5cm\">"
                                + "<draw:text-box><text:p>" + WORDS
                                + "</text:p></draw:text-box></draw:frame></draw:page>");
        };
        var parts = new LinkedHashMap<String, byte[]>();
        texts.forEach((name, text) -> parts.put(name, text.getBytes(UTF_8)));
        return parts;
    }

    private static Map<String, String> docx() {
        var parts = packaged(OfficeKind.DOCX, "/word/document.xml", "");
        parts.put("word/document.xml", document("<w:p><w:r><w:t>" + WORDS + "</w:t></w:r></w:p>"));
        return parts;
    }

    private static String document(String paragraphs) {
        return XML + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + paragraphs + "</w:body></w:document>";
    }

    private static Map<String, String> xlsx() {
        var parts = packaged(
                OfficeKind.XLSX,
                "/xl/workbook.xml",
                override(
                        "/xl/worksheets/sheet1.xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"));
        var sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        parts.put(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + sheets + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                XML + RELATIONS.formatted(inside("r1", "worksheet", "worksheets/sheet1.xml")));
        parts.put(
                "xl/worksheets/sheet1.xml",
                XML + "<worksheet xmlns=\"" + sheets + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                        + WORDS
                        + "</t></is></c></row><row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>");
        return parts;
    }

    private static Map<String, String> pptx() {
        var types = "application/vnd.openxmlformats-officedocument.presentationml.";
        var parts = packaged(
                OfficeKind.PPTX,
                "/ppt/presentation.xml",
                override("/ppt/slides/slide1.xml", types + "slide+xml")
                        + override("/ppt/slideLayouts/slideLayout1.xml", types + "slideLayout+xml")
                        + override("/ppt/slideMasters/slideMaster1.xml", types + "slideMaster+xml"));
        var names =
                " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\""
                        + OFFICE + "\"";
        var tree =
                "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>%s</p:spTree></p:cSld>";
        parts.put(
                "ppt/presentation.xml",
                XML + "<p:presentation" + names
                        + "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"r1\"/></p:sldMasterIdLst>"
                        + "<p:sldIdLst><p:sldId id=\"256\" r:id=\"r2\"/></p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>");
        parts.put(
                "ppt/_rels/presentation.xml.rels",
                XML
                        + RELATIONS.formatted(inside("r1", "slideMaster", "slideMasters/slideMaster1.xml")
                                + inside("r2", "slide", "slides/slide1.xml")));
        parts.put(
                "ppt/slideMasters/slideMaster1.xml",
                XML + "<p:sldMaster" + names + ">" + tree.formatted("")
                        + "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
                        + "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"r1\"/></p:sldLayoutIdLst></p:sldMaster>");
        parts.put(
                "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                XML + RELATIONS.formatted(inside("r1", "slideLayout", "../slideLayouts/slideLayout1.xml")));
        parts.put(
                "ppt/slideLayouts/slideLayout1.xml",
                XML + "<p:sldLayout" + names + ">" + tree.formatted("") + "</p:sldLayout>");
        parts.put(
                "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                XML + RELATIONS.formatted(inside("r1", "slideMaster", "../slideMasters/slideMaster1.xml")));
        parts.put(
                "ppt/slides/slide1.xml",
                XML + "<p:sld" + names + ">"
                        + tree.formatted(
                                "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"A\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"900000\" y=\"900000\"/>"
                                        + "<a:ext cx=\"7000000\" cy=\"900000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>"
                                        + WORDS + "</a:t></a:r></a:p></p:txBody></p:sp>")
                        + "</p:sld>");
        parts.put(
                "ppt/slides/_rels/slide1.xml.rels",
                XML + RELATIONS.formatted(inside("r1", "slideLayout", "../slideLayouts/slideLayout1.xml")));
        return parts;
    }

    private static Map<String, String> packaged(OfficeKind kind, String main, String more) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + override(main, kind.mediaType() + ".main+xml") + more + "</Types>");
        parts.put("_rels/.rels", XML + RELATIONS.formatted(inside("r1", "officeDocument", main.substring(1))));
        return parts;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String inside(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static Map<String, String> open(OfficeKind kind, String body, String inside) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", kind.mediaType());
        parts.put("content.xml", content(body, inside));
        parts.put(
                "META-INF/manifest.xml",
                XML + "<manifest:manifest xmlns:manifest=\"" + OASIS + "manifest:1.0\" manifest:version=\"1.2\">"
                        + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + kind.mediaType()
                        + "\"/>"
                        + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>");
        return parts;
    }

    private static String content(String body, String inside) {
        return XML + "<office:document-content xmlns:office=\"" + OASIS + "office:1.0\" xmlns:text=\"" + OASIS
                + "text:1.0\" xmlns:table=\"" + OASIS + "table:1.0\" xmlns:draw=\"" + OASIS
                + "drawing:1.0\" xmlns:svg=\"" + OASIS
                + "svg-compatible:1.0\" xmlns:script=\"" + OASIS
                + "script:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\"><office:body><office:"
                + body + ">" + inside + "</office:" + body + "></office:body></office:document-content>";
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }
}
