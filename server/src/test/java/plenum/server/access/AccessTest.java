package plenum.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Duties;
import plenum.server.hall.HallCommand;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Role;
import plenum.server.platform.Json;

class AccessTest {
    private static final Pattern OPERATION = Pattern.compile("^ +operationId: (\\w+)$", Pattern.MULTILINE);
    private static final Pattern COMMAND =
            Pattern.compile("^\\| `([a-z]+\\.[a-z-]+)` \\|.*\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final BodyId COUNCIL = new BodyId("hdnd-dien-bien");

    @Test
    void everyRouteHasARowAndNoRowIsLeftOver() throws IOException {
        assertThat(operations()).hasSizeGreaterThan(20);
        assertThat(new TreeSet<>(Access.names())).isEqualTo(new TreeSet<>(operations()));
    }

    @Test
    void everyCommandIsTheDutyOfTheRolesOfTheProtocol() throws IOException {
        assertThat(CommandCodec.names()).isEqualTo(commands().keySet());
        var roles = samples().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Duties.of(one.getValue())));
        assertThat(roles).isEqualTo(commands());
    }

    @Test
    void whoeverMaySendSomeCommandMayUseTheRouteOfCommands() throws IOException {
        var senders = samples().values().stream()
                .flatMap(command -> Duties.of(command).stream())
                .collect(Collectors.toSet());
        assertThat(Access.of("command").roles()).isEqualTo(senders);
    }

    @Test
    void overHttpACommandIsRefusedToTheSameRolesAsInTheLane() throws IOException {
        samples().forEach((name, command) -> {
            for (var role : Role.values()) {
                assertThat(permits(name, command, role))
                        .as(name + " " + role)
                        .isEqualTo(Duties.of(command).contains(role));
            }
        });
    }

    private static boolean permits(String name, HallCommand command, Role role) {
        try {
            Access.permit(actor("hdnd-dien-bien", role), name, command, Set.of(role));
            return true;
        } catch (Refusal refused) {
            assertThat(code(refused)).isEqualTo("access:not-permitted");
            return false;
        }
    }

    private static Map<String, HallCommand> samples() throws IOException {
        var samples = Json.tree(Files.readAllBytes(Path.of("src/test/resources/contract/commands.json")));
        var codec = new CommandCodec();
        return samples.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> codec.read(one.getKey(), one.getValue())));
    }

    @Test
    void secretaryAndChairAreControlAndADelegateTooWhenMember() {
        assertThat(Access.audiences(Set.of(Role.SECRETARY))).containsOnly(Audience.CONTROL);
        assertThat(Access.audiences(Set.of(Role.CHAIR, Role.DELEGATE)))
                .containsOnly(Audience.CONTROL, Audience.DELEGATE);
        assertThat(Access.audiences(Set.of(Role.SCREEN))).containsOnly(Audience.SCREEN);
        assertThat(Access.audiences(Set.of(Role.UNIT_ADMIN, Role.SYSTEM_ADMIN))).isEmpty();
    }

    @Test
    void aStrangerHearsThatThereIsNoSession() {
        var place = Optional.of(new SessionPlace(COUNCIL, false, Set.of()));
        assertThatThrownBy(() -> Access.enter(actor("hdnd-lai-chau", Role.SECRETARY), place))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(code(refusal)).isEqualTo("sessions:no-such-session"));
        assertThatThrownBy(() -> Access.enter(actor("hdnd-dien-bien", Role.SECRETARY), Optional.empty()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aDraftIsThereForSecretaryAndChairOnly() {
        var draft = Optional.of(new SessionPlace(COUNCIL, true, Set.of()));
        assertThat(Access.enter(actor("hdnd-dien-bien", Role.CHAIR), draft)).containsOnly(Role.CHAIR);
        assertThatThrownBy(() -> Access.enter(actor("hdnd-dien-bien", Role.DELEGATE), draft))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(code(refusal)).isEqualTo("sessions:no-such-session"));
    }

    @Test
    void theWrongRoleIsNotPermitted() {
        var place = Optional.of(new SessionPlace(COUNCIL, false, Set.of()));
        assertThatThrownBy(() -> Access.permit(actor("hdnd-dien-bien", Role.GUEST), "journal", place))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(code(refusal)).isEqualTo("access:not-permitted"));
    }

    private static Actor actor(String scope, Role role) {
        return new Actor(new PersonId("lan"), "Lan", List.of(new Grant(role, scope)));
    }

    private static String code(Refusal refusal) {
        return refusal.problem().code().code();
    }

    private static Set<String> operations() throws IOException {
        return OPERATION
                .matcher(Files.readString(Path.of("src/main/resources/openapi.yaml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<Role>> commands() throws IOException {
        var text = Files.readString(Path.of("doc/protocol.md"));
        var table = text.substring(text.indexOf("## Commands"), text.indexOf("Not from the wire"));
        return COMMAND.matcher(table)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> roles(found.group(2))));
    }

    /** "S C; override C": what stands before the semicolon. */
    private static Set<Role> roles(String column) {
        return Stream.of(column.split(";")[0].strip().split(" "))
                .map(word -> switch (word.replaceAll("\\(.*", "")) {
                    case "S" -> Role.SECRETARY;
                    case "C" -> Role.CHAIR;
                    case "D" -> Role.DELEGATE;
                    case "G" -> Role.GUEST;
                    case "X" -> Role.SCREEN;
                    case "T" -> Role.TECHNICIAN;
                    default -> throw new IllegalArgumentException(column);
                })
                .collect(Collectors.toSet());
    }
}
