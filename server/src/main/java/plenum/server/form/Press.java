package plenum.server.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Prints papers one after another with fonts that are read once. One thread at a time. */
public final class Press {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final Typeface typeface = new Typeface();
    private final Lines lines = new Lines(typeface);

    /** Writes the paper as PDF; the same document gives the same bytes. Does not close the stream. */
    public void print(OfficialDocument paper, OutputStream out) throws IOException {
        List<List<Pages.Placed>> pages = new Pages().of(new Flow(lines).of(paper));
        if (pages.isEmpty()) throw new IllegalArgumentException("a paper without content: " + paper.title());
        try (PDDocument file = new PDDocument()) {
            describe(file, paper);
            draw(file, pages, paper.footer());
            file.save(out);
        }
    }

    private static void describe(PDDocument file, OfficialDocument paper) {
        GregorianCalendar date = GregorianCalendar.from(paper.issued().atStartOfDay(VIETNAM));
        PDDocumentInformation properties = file.getDocumentInformation();
        properties.setTitle(paper.title());
        properties.setAuthor(paper.author());
        properties.setCreator("Plenum");
        properties.setProducer("Plenum, Apache PDFBox");
        properties.setCreationDate(date);
        properties.setModificationDate(date);
        file.getDocumentCatalog().setLanguage("vi-VN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        file.getDocumentCatalog().setViewerPreferences(preferences);
        CRC32 fixed = new CRC32();
        fixed.update(paper.title().getBytes(StandardCharsets.UTF_8));
        file.setDocumentId(fixed.getValue());
    }

    private void draw(PDDocument file, List<List<Pages.Placed>> pages, String footer) throws IOException {
        PDDocumentOutline outline = new PDDocumentOutline();
        PDPage page = turn(file);
        try (Ink ink = new Ink(file, typeface, page)) {
            for (int at = 0; at < pages.size(); at++) {
                if (at > 0) {
                    ink.turnTo(page = turn(file));
                    centre(ink, Integer.toString(at + 1), Face.REGULAR, 13, Sheet.PAGE_NUMBER_BASELINE);
                }
                for (Pages.Placed placed : pages.get(at)) {
                    placed.box().drawing().draw(ink, placed.top());
                    if (!placed.box().bookmark().isEmpty()) outline.addLast(entry(placed, page));
                }
                centre(ink, footer, Face.ITALIC, Sheet.FOOTER_SIZE, Sheet.FOOTER_BASELINE);
            }
        }
        if (outline.hasChildren()) file.getDocumentCatalog().setDocumentOutline(outline);
    }

    private static PDPage turn(PDDocument file) {
        PDPage page = new PDPage(PDRectangle.A4);
        file.addPage(page);
        return page;
    }

    private static PDOutlineItem entry(Pages.Placed placed, PDPage page) {
        PDPageXYZDestination target = new PDPageXYZDestination();
        target.setPage(page);
        target.setTop((int) Math.ceil(placed.top()) + 4);
        PDOutlineItem entry = new PDOutlineItem();
        entry.setTitle(placed.box().bookmark());
        entry.setDestination(target);
        return entry;
    }

    private void centre(Ink ink, String words, Face face, float size, float baseline) throws IOException {
        Text text = new Text(List.of(new Text.Run(words, face)));
        Line line = lines.of(text, size, Sheet.TEXT_WIDTH, 0).getFirst();
        ink.line(line, Sheet.LEFT + line.offset(Sheet.TEXT_WIDTH, Align.CENTER), baseline, 0);
    }
}
