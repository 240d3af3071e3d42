package plenum.server.doc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Duties;
import plenum.server.kernel.Refusal;

/** What server/doc says of commands, problems and words is what the code does. */
class DocsTest {
    private static final Pattern CODE = Pattern.compile("[a-z]+:[a-z]+(-[a-z]+)*");
    private static final Pattern LINK = Pattern.compile("\\[[a-z]+\\.[a-z-]+]\\(([a-z.-]+)\\.md\\)");
    private static final Set<String> RULES = Set.of(
            "sitting",
            "attendance",
            "agenda",
            "floor",
            "voting",
            "ballot",
            "screen",
            "room",
            "stage",
            "recording",
            "follow",
            "point");
    private static final Set<ProblemRow> PROBLEMS = CodeBase.problems();

    @Test
    void everyCommandHasAPageAndEveryPageACommand() throws IOException {
        assertThat(pageNames()).isEqualTo(new TreeSet<>(CommandCodec.names()));
    }

    @Test
    void theTableOfCommandsHasARowForEachThatSaysTheSameAsItsPage() {
        var rows = commandRows();
        assertThat(rows)
                .extracting(row -> Page.quoted(row.get(0)).getFirst())
                .containsExactlyInAnyOrderElementsOf(CommandCodec.names());
        for (var row : rows) {
            var page = CommandPage.of(Page.quoted(row.get(0)).getFirst());
            assertThat(row.get(0)).isEqualTo("[`%s`](%s.md)", page.name(), page.name());
            assertThat(CommandPage.roles(row.get(1))).as(page.name()).isEqualTo(page.who());
            assertThat(page.page().text()).as(page.name()).contains("\n" + row.get(2) + "\n");
            assertThat(Page.quoted(row.get(3))).as(page.name()).isEqualTo(page.events());
        }
    }

    @TestFactory
    Stream<DynamicTest> aPageHasItsPartsAndAFrameThatTheServerReads() {
        return eachPage(page -> {
            assertThat(page.page().text()).startsWith("# " + page.name() + "\n");
            assertThat(page.page().sections()).containsSubsequence(CommandPage.SECTIONS);
            assertThat(page.frame().fieldNames()).toIterable().containsExactly("t", "id", "name", "data");
            assertThat(page.frame().required("t").asText()).isEqualTo("do");
            assertThat(page.frame().required("name").asText()).isEqualTo(page.name());
            assertThat(refusal(page, page.sample())).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> aPageNamesExactlyTheRolesOfItsDuty() {
        return eachPage(page -> {
            var command = new CommandCodec().read(page.name(), page.sample());
            assertThat(page.who()).isEqualTo(Duties.of(command));
        });
    }

    @TestFactory
    Stream<DynamicTest> aPageNamesEveryFieldAndSaysRightlyWhetherItIsRequired() {
        return eachPage(page -> {
            assertThat(page.sample().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(
                            page.data().stream().map(Field::name).toList());
            for (var field : page.data()) {
                var without = page.sample();
                without.remove(field.name());
                assertThat(refusal(page, without).isPresent()).as(field.name()).isEqualTo(field.required());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aFieldTakesWhatItsLimitsSayAndNothingBeyond() {
        return eachPage(page -> {
            for (var field : page.data()) {
                assertThat(field.taken())
                        .allSatisfy(value -> assertThat(refusal(page, with(page, field, value)))
                                .as("%s %s", field.name(), value)
                                .isEmpty());
                assertThat(field.refused())
                        .allSatisfy(value -> assertThat(refusal(page, with(page, field, value)))
                                .as("%s %s", field.name(), value)
                                .contains("hall:bad-command"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aPageShowsOneOfItsEventsAsItIsStored() {
        return eachPage(page -> {
            assertThat(page.events())
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(contract(event)).isNotNull());
            var shown = page.stored().required("type").asText();
            assertThat(page.events()).contains(shown);
            assertThat(page.stored()).isEqualTo(contract(shown));
        });
    }

    @TestFactory
    Stream<DynamicTest> aPagesRefusalsHaveTheCodesTitlesAndStatusOfTheCode() {
        return eachPage(page -> assertThat(PROBLEMS).containsAll(page.refusals()));
    }

    @Test
    void everyRefusalOfTheRulesIsOnAPageOrAmongThoseNotFromTheWire() {
        var named = new HashSet<>(ProblemRow.in(commands().section("Not from the wire")));
        CommandCodec.names().forEach(name -> named.addAll(CommandPage.of(name).refusals()));
        var rules = PROBLEMS.stream()
                .filter(problem -> RULES.contains(partOf(problem)))
                .collect(Collectors.toSet());
        assertThat(rules).hasSizeGreaterThan(70);
        assertThat(named).isEqualTo(rules);
    }

    @Test
    void theRefusalsOfEveryCommandAreThoseOfTheHallAndTheSocket() {
        var common = ProblemRow.in(commands().section("Refusals of every command"));
        assertThat(common).isSubsetOf(PROBLEMS);
        var hall = codes(PROBLEMS).filter(code -> code.startsWith("hall:") && !code.equals("hall:session-exists"));
        assertThat(codes(common))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(hall, Stream.of("live:fault")).toList());
    }

    @Test
    void everyProblemOfTheCodeIsInTheListOfItsPartAndNoOther() {
        var page = Page.of("problems.md");
        for (var part : page.sections()) {
            assertThat(ProblemRow.in(page.section(part)))
                    .allSatisfy(row -> assertThat(partOf(row)).isEqualTo(part));
        }
        assertThat(ProblemRow.in(page)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(PROBLEMS);
    }

    @Test
    void noDocumentNamesAProblemOrAPageThatDoesNotExist() throws IOException {
        var codes = codes(PROBLEMS).toList();
        for (var page : allPages()) {
            assertThat(page.quoted())
                    .filteredOn(quoted -> CODE.matcher(quoted).matches())
                    .isSubsetOf(codes);
            assertThat(LINK.matcher(page.text()).results().map(found -> found.group(1)))
                    .isSubsetOf(CommandCodec.names());
        }
    }

    @Test
    void everyWordOfTheGlossaryIsInTheCode() {
        var words = Page.of("glossary.md").rows();
        assertThat(words)
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(row).hasSize(3));
        assertThat(words)
                .extracting(row -> Page.quoted(row.getFirst()).getFirst())
                .doesNotHaveDuplicates()
                .isSubsetOf(CodeBase.identifiers());
    }

    private static Page commands() {
        return Page.of("commands/README.md");
    }

    /** The first table of commands/README.md. */
    private static List<List<String>> commandRows() {
        var text = commands().text();
        return new Page(text.substring(0, text.indexOf("\n## "))).rows();
    }

    private static Set<String> pageNames() throws IOException {
        try (var files = Files.list(Page.DOCS.resolve("commands"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .map(name -> name.replaceFirst("\\.md$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Page> allPages() throws IOException {
        try (var files = Files.walk(Page.DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> Page.of(Page.DOCS.relativize(file).toString()))
                    .toList();
        }
    }

    private static Stream<DynamicTest> eachPage(Consumer<CommandPage> check) {
        return CommandCodec.names().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> check.accept(CommandPage.of(name))));
    }

    private static ObjectNode with(CommandPage page, Field field, JsonNode value) {
        var data = page.sample();
        data.set(field.name(), value);
        return data;
    }

    private static Optional<String> refusal(CommandPage page, ObjectNode data) {
        try {
            var unused = new CommandCodec().read(page.name(), data);
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused.problem().code().code());
        }
    }

    private static JsonNode contract(String event) {
        try (var in = DocsTest.class.getResourceAsStream("/contract/" + event + ".v1.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, event));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> codes(Collection<ProblemRow> problems) {
        return problems.stream().map(ProblemRow::code);
    }

    private static String partOf(ProblemRow problem) {
        return problem.code().substring(0, problem.code().indexOf(':'));
    }
}
