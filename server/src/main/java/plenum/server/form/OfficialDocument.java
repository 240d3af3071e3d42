package plenum.server.form;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper in the form of decree 30/2020: head, title, blocks.
 *
 * @param title of the file, shown by readers in the window's title
 * @param author of the file: the organ
 * @param issued the only date that goes into the file's properties
 * @param head null for an annex that starts with its own title
 * @param type for example "TỜ TRÌNH"; may be empty
 * @param about the abstract under the type; may be empty
 * @param footer a small line at the foot of every page, such as a fingerprint; may be empty
 */
public record OfficialDocument(
        String title,
        String author,
        LocalDate issued,
        @Nullable Letterhead head,
        String type,
        String about,
        List<Block> blocks,
        String footer) {
    public OfficialDocument {
        blocks = List.copyOf(blocks);
    }

    public static Builder builder(String title, LocalDate issued) {
        return new Builder(title, issued);
    }

    /** Writes the paper as PDF; the same document gives the same bytes. Does not close the stream. */
    public void writeTo(OutputStream out) throws IOException {
        new Press().print(this, out);
    }

    /** Collects the parts of a paper in reading order. */
    public static final class Builder {
        private final String title;
        private final LocalDate issued;
        private final List<Block> blocks = new ArrayList<>();
        private String author = "";
        private @Nullable Letterhead head;
        private String type = "";
        private String about = "";
        private String footer = "";

        private Builder(String title, LocalDate issued) {
            this.title = title;
            this.issued = issued;
        }

        @CanIgnoreReturnValue
        public Builder head(Letterhead letterhead) {
            head = letterhead;
            author = letterhead.organ().replace('\n', ' ');
            return this;
        }

        @CanIgnoreReturnValue
        public Builder type(String words) {
            type = words;
            return this;
        }

        @CanIgnoreReturnValue
        public Builder about(String words) {
            about = words;
            return this;
        }

        @CanIgnoreReturnValue
        public Builder footer(String words) {
            footer = words;
            return this;
        }

        @CanIgnoreReturnValue
        public Builder add(Block block) {
            blocks.add(block);
            return this;
        }

        @CanIgnoreReturnValue
        public Builder addAll(List<? extends Block> more) {
            blocks.addAll(more);
            return this;
        }

        /** A body paragraph with {@code **bold**} and {@code __italic__} marks. */
        @CanIgnoreReturnValue
        public Builder paragraph(String marked) {
            return add(Paragraph.body(Text.marked(marked)));
        }

        /** A numbered heading. */
        @CanIgnoreReturnValue
        public Builder heading(String words) {
            return add(Paragraph.heading(Text.plain(words)));
        }

        @CanIgnoreReturnValue
        public Builder closing(List<String> recipients, Signature... signatures) {
            return add(new Closing(recipients, List.of(signatures)));
        }

        public OfficialDocument build() {
            return new OfficialDocument(title, author, issued, head, type, about, blocks, footer);
        }
    }
}
