package plenum.server.form;

import java.util.ArrayList;
import java.util.List;

/** A run of words in one or more faces; a line feed in it forces a new line. */
public record Text(List<Run> runs) {
    /** Words in one face. */
    public record Run(String words, Face face) {}

    public Text {
        runs = List.copyOf(runs);
    }

    /** Words exactly as given: the form for whatever people have typed. */
    public static Text plain(String words) {
        return new Text(List.of(new Run(words, Face.REGULAR)));
    }

    /** Words exactly as given, in bold. */
    public static Text bold(String words) {
        return new Text(List.of(new Run(words, Face.BOLD)));
    }

    /** Words exactly as given, in italic. */
    public static Text italic(String words) {
        return new Text(List.of(new Run(words, Face.ITALIC)));
    }

    /**
     * Words with {@code **bold**} and {@code __italic__} in them: for texts of our own, never for what people typed.
     */
    public static Text marked(String words) {
        List<Run> runs = new ArrayList<>();
        boolean bold = false;
        boolean italic = false;
        int start = 0;
        for (int at = 0; at + 1 < words.length(); at++) {
            boolean star = words.startsWith("**", at);
            if (!star && !words.startsWith("__", at)) continue;
            if (at > start) runs.add(new Run(words.substring(start, at), Face.of(bold, italic)));
            bold ^= star;
            italic ^= !star;
            start = at + 2;
            at++;
        }
        if (start < words.length()) runs.add(new Run(words.substring(start), Face.of(bold, italic)));
        return new Text(runs);
    }

    /** The same words followed by others. */
    public Text and(Text next) {
        List<Run> both = new ArrayList<>(runs);
        both.addAll(next.runs);
        return new Text(both);
    }

    /** The same words, all bold. */
    public Text bolder() {
        return new Text(runs.stream()
                .map(run -> new Run(run.words(), run.face().bolder()))
                .toList());
    }

    /** The same words, all italic. */
    public Text slanted() {
        return new Text(runs.stream()
                .map(run -> new Run(run.words(), run.face().slanted()))
                .toList());
    }

    /** The words without their faces. */
    public String words() {
        return String.join("", runs.stream().map(Run::words).toList());
    }
}
