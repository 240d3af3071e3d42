package plenum.server.doc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A row of a command's data: what its limits promise to take and to refuse. */
record Field(String name, String type, String limits, boolean required) {
    private static final Pattern CHARACTERS = Pattern.compile("(?:(\\d+) to )?(\\d+) characters");
    private static final Pattern NUMBERS = Pattern.compile("(\\d+) to (\\d+)");
    private static final Pattern LIST = Pattern.compile("(at) most (\\d+)(?: of 1 to 100 characters)?");
    private static final int LONGEST_ID = 64;

    static Field of(List<String> cells) {
        if (cells.size() != 5 || !Set.of("yes", "no").contains(cells.get(3))) {
            throw new IllegalArgumentException("not field, type, limits, required, what: " + cells);
        }
        return new Field(
                Page.quoted(cells.get(0)).getFirst(),
                cells.get(1),
                cells.get(2),
                cells.get(3).equals("yes"));
    }

    /** Values at both ends of the limits, or all words. */
    Stream<JsonNode> taken() {
        return switch (type) {
            case "id" -> texts("a", "Z_-9".repeat(LONGEST_ID / 4));
            case "text" -> texts("ệ".repeat(least(CHARACTERS)), "ệ".repeat((int) most(CHARACTERS)));
            case "word" -> Page.quoted(limits).stream().map(TextNode::valueOf);
            case "integer", "stamp" -> Stream.of(number(least(NUMBERS)), number(most(NUMBERS)));
            case "boolean" -> Stream.of(BooleanNode.TRUE, BooleanNode.FALSE);
            case "date" -> texts("2026-12-08", "2028-02-29");
            case "list of id" -> Stream.of(list(), list("a", "Z_-9"));
            case "list of object", "object" -> Stream.empty();
            case "list of text" -> Stream.of(list(), list("ệ"), list("ệ".repeat(100), "một"));
            case "ids" -> Stream.of(list("a"), ids(100));
            case "ballots" -> Stream.of(ballots(1), ballots(100));
            case "signature" -> Stream.of(signature(1), signature(1_000_000));
            default -> throw new IllegalArgumentException("no such type: " + type);
        };
    }

    /** Values just beyond the limits, all other words of the code base, and another type. */
    Stream<JsonNode> refused() {
        var beyond = switch (type) {
            case "id" -> texts("", "a b", "đ", "a".repeat(LONGEST_ID + 1));
            case "text" -> texts("ệ".repeat(least(CHARACTERS) - 1), "ệ".repeat((int) most(CHARACTERS) + 1), "một\nhai");
            case "word" ->
                CodeBase.words().stream()
                        .filter(word -> !Page.quoted(limits).contains(word))
                        .map(TextNode::valueOf);
            case "integer", "stamp" -> Stream.of(number(least(NUMBERS) - 1L), number(most(NUMBERS) + 1));
            case "boolean" -> texts("true");
            case "date" -> texts("2026-02-29", "08/12/2026", "2026-12-8");
            case "list of id" -> Stream.of(TextNode.valueOf("a"), list("a b"), list(""), ids(most(LIST) + 1));
            case "list of object" ->
                Stream.of(TextNode.valueOf("a"), list(), list("a"), JsonNodeFactory.instance.objectNode());
            case "object" ->
                Stream.of(
                        TextNode.valueOf("a"),
                        JsonNodeFactory.instance.objectNode().put("more", "a"));
            case "list of text" ->
                Stream.of(TextNode.valueOf("một"), list(""), list("ệ".repeat(101)), ids(most(LIST) + 1));
            case "ids" -> Stream.of(TextNode.valueOf("a"), list(), list("a b"), ids(101));
            case "ballots" -> Stream.of(TextNode.valueOf("a"), list(), list("a"), ballots(101), twice());
            case "signature" ->
                Stream.of(
                        TextNode.valueOf("a"),
                        signature(0),
                        signature(1_000_001),
                        signature(1).put("value", "a"),
                        signature(1).put("publicKey", "a"),
                        signature(1).put("more", "a"));
            default -> throw new IllegalArgumentException("no such type: " + type);
        };
        var other = type.startsWith("list") || type.endsWith("s") ? JsonNodeFactory.instance.objectNode() : list();
        return Stream.concat(
                beyond,
                Stream.of(JsonNodeFactory.instance.nullNode(), other, JsonNodeFactory.instance.numberNode(1.5)));
    }

    private int least(Pattern form) {
        var found = found(form);
        return Integer.parseInt(found.group(1) == null ? found.group(2) : found.group(1));
    }

    private long most(Pattern form) {
        return Long.parseLong(found(form).group(2));
    }

    private MatchResult found(Pattern form) {
        var found = form.matcher(limits);
        if (!found.matches()) {
            throw new IllegalArgumentException("limits of " + name + ": " + limits);
        }
        return found.toMatchResult();
    }

    private static JsonNode list(String... values) {
        var list = JsonNodeFactory.instance.arrayNode();
        Stream.of(values).forEach(list::add);
        return list;
    }

    private static JsonNode ids(long count) {
        return list(LongStream.range(0, count).mapToObj(n -> "a" + n).toArray(String[]::new));
    }

    private static ArrayNode ballots(int count) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var n = 0; n < count; n++) {
            all.addObject().put("voteId", "a" + n).put("choice", "FOR");
        }
        return all;
    }

    private static ObjectNode signature(int turn) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("publicKey", "A".repeat(122))
                .put("turn", turn)
                .put("value", "A".repeat(86));
    }

    private static JsonNode twice() {
        return ballots(1).addAll(ballots(1));
    }

    private static JsonNode number(long value) {
        return LongNode.valueOf(value);
    }

    private static Stream<JsonNode> texts(String... values) {
        return Stream.of(values).map(TextNode::valueOf);
    }
}
