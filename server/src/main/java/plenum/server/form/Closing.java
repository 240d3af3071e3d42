package plenum.server.form;

import java.util.List;

/**
 * The foot of a paper: "Nơi nhận" at the left and one signature at the right, or two signatures side by side. It never
 * stands alone on a page: the last lines of the text come with it.
 *
 * @param recipients may be empty; punctuation is added
 */
public record Closing(List<String> recipients, List<Signature> signatures) implements Block {
    public Closing {
        recipients = List.copyOf(recipients);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > 2) throw new IllegalArgumentException("one or two signatures");
    }
}
