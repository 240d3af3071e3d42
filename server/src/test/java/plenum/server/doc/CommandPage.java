package plenum.server.doc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.server.kernel.Role;

/** The page of one command. */
record CommandPage(String name, Page page) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final List<String> SECTIONS = List.of("Data", "Needs", "Effect", "Refusals", "Again", "Frame");

    static CommandPage of(String name) {
        return new CommandPage(name, Page.of("commands/" + name + ".md"));
    }

    Set<Role> who() {
        var line = page.text()
                .lines()
                .filter(one -> one.startsWith("**Who:** "))
                .findFirst()
                .orElseThrow();
        return roles(line);
    }

    static Set<Role> roles(String text) {
        return Page.quoted(text).stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    List<Field> data() {
        return page.section("Data").rows().stream().map(Field::of).toList();
    }

    /** Names at the beginning of a line or behind a number. */
    List<String> events() {
        var effect = page.section("Effect").text();
        return effect.substring(0, effect.indexOf("As it is stored:"))
                .lines()
                .map(line -> line.replaceFirst("^\\d+\\. ", ""))
                .filter(line -> line.startsWith("`"))
                .map(line -> Page.quoted(line).getFirst())
                .toList();
    }

    JsonNode stored() {
        return tree(page.section("Effect").json());
    }

    List<ProblemRow> refusals() {
        return ProblemRow.in(page.section("Refusals"));
    }

    JsonNode frame() {
        return tree(page.section("Frame").json());
    }

    /** A copy of the frame's data, which has every field. */
    ObjectNode sample() {
        return ((ObjectNode) frame().required("data")).deepCopy();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(json, broken);
        }
    }
}
