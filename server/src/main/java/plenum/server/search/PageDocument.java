package plenum.server.search;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** A page of a paper as a document of the index. */
final class PageDocument {
    private static final FieldType COUNTED = placeless(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType NOTED = placeless(IndexOptions.DOCS);

    private PageDocument() {}

    /** Words without their places on the page, and without the page's length. */
    private static FieldType placeless(IndexOptions options) {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(options);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    static Document cover(IndexedPaper paper, String print) {
        var document = placed(paper, 0);
        var facts = paper.facts();
        var title = Words.composed(facts.title());
        document.add(new StoredField(Fields.PRINT, print));
        document.add(new TextField(Fields.TITLE, title, Field.Store.NO));
        document.add(new TextField(Fields.TITLE_EXACT, title, Field.Store.NO));
        if (facts.number() != null) {
            document.add(new StringField(Fields.NUMBER, Words.number(facts.number()), Field.Store.NO));
        }
        Stream.of(
                        Optional.ofNullable(facts.number()),
                        Optional.ofNullable(facts.issuer()),
                        Optional.ofNullable(facts.summary()))
                .flatMap(Optional::stream)
                .forEach(words -> document.add(new TextField(Fields.TITLE, Words.composed(words), Field.Store.NO)));
        return document;
    }

    static Document page(IndexedPaper paper, int page, String words) {
        var document = placed(paper, page);
        var text = Words.composed(words).replaceAll("\\s+", " ");
        document.add(new TextField(Fields.TEXT, text, Field.Store.YES));
        document.add(new Field(Fields.TEXT_PAIRS, text, COUNTED));
        document.add(new Field(Fields.TEXT_EXACT, text, COUNTED));
        document.add(new Field(Fields.TEXT_STARTS, text, NOTED));
        return document;
    }

    private static Document placed(IndexedPaper paper, int page) {
        var document = new Document();
        var key = paper.key().toString();
        document.add(new StringField(Fields.KEY, key, Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
        document.add(new StringField(Fields.PAGE, Integer.toString(page), Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.PAGE, page));
        document.add(new StringField(Fields.SESSION, paper.key().session().value(), Field.Store.NO));
        document.add(new StringField(Fields.ITEM, paper.item().value(), Field.Store.NO));
        document.add(new StringField(Fields.KIND, paper.facts().kind().name(), Field.Store.NO));
        document.add(new StringField(Fields.YEAR, Integer.toString(paper.year()), Field.Store.NO));
        paper.seenBy().forEach(word -> document.add(new StringField(Fields.SEEN_BY, word, Field.Store.NO)));
        return document;
    }
}
