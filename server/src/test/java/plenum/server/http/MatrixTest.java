package plenum.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plenum.server.access.Access;
import plenum.server.access.Scope;
import plenum.server.kernel.Role;
import plenum.server.platform.Json;
import plenum.server.testkit.House;

/**
 * Every route of the contract for every role, in the own body and in another's. A new route without a line here fails.
 */
class MatrixTest {
    private static final String OWN = "own-session";
    private static final String DEVICE = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "ffffffffffffffffffffffffffffffff";
    private static final Map<String, Role> BODY_PEOPLE = Map.of(
            "secretary",
            Role.SECRETARY,
            "chair",
            Role.CHAIR,
            "delegate",
            Role.DELEGATE,
            "screen",
            Role.SCREEN,
            "guest",
            Role.GUEST,
            "technician",
            Role.TECHNICIAN);
    private static final List<String> OUTSIDERS = List.of("neighbour", "unit-admin", "admin");
    private static House house;

    /** One well-formed request. */
    private record Try(String method, String path, String body) {}

    private static final String NO_KEY = "{\"code\":\"22222222\",\"publicKey\":\"" + "A".repeat(122)
            + "\",\"deviceId\":\"" + DEVICE + "\",\"device\":\"iPad\",\"signature\":\"" + "A".repeat(86) + "\"}";

    private static final String RULES = """
            {"base":1,"citation":"Luật","validFrom":"2027-01-01","speechSeconds":600,
             "quorum":{"numerator":2,"denominator":3,"strict":false,"base":"TOTAL_MEMBERS"},
             "ballots":{"totals":[],"signedBallots":false,"secretElectronic":false,"substitutesVote":false,
              "tellersLeast":3,"secretLeast":5,"matters":[{"code":"resolution","name":"Nghị quyết","sheet":"DECISION",
               "forms":["OPEN"],"options":[{"code":"FOR","label":"Tán thành"},{"code":"AGAINST","label":"Không"}],
               "pass":{"numerator":1,"denominator":2,"strict":true,"base":"TOTAL_MEMBERS"},"findings":[],"tie":"FAILS",
               "allowChange":true,"showLive":false,"blankValid":false,"citation":"Luật"}]}}""";

    private static final String KEY = "a1".repeat(32);
    private static final String NOBODYS = "b2".repeat(32);

    private static final Map<String, Try> TRIES = Map.ofEntries(
            Map.entry("me", new Try("GET", "/api/me", "")),
            Map.entry("units", new Try("GET", "/api/units", "")),
            Map.entry("search", new Try("GET", "/api/search?q=ng%C3%A2n%20s%C3%A1ch", "")),
            Map.entry("sessions", new Try("GET", "/api/sessions", "")),
            Map.entry(
                    "changePassword",
                    new Try("PUT", "/api/me/password", "{\"current\":\"not the one\",\"next\":\"mười hai ký tự\"}")),
            Map.entry("bodyMembers", new Try("GET", "/api/bodies/hdnd-11/members", "")),
            Map.entry("bodyRules", new Try("GET", "/api/bodies/hdnd-11/rules", "")),
            Map.entry("prepareSession", new Try("POST", "/api/sessions", wanted("fresh-session"))),
            Map.entry("session", new Try("GET", "/api/sessions/" + OWN, "")),
            Map.entry("sessionState", new Try("GET", "/api/sessions/" + OWN + "/state?as=", "")),
            Map.entry(
                    "command",
                    new Try(
                            "POST",
                            "/api/sessions/" + OWN + "/commands",
                            "{\"id\":\"c\",\"name\":\"room.join\",\"data\":{\"as\":\"PERSON\"}}")),
            Map.entry(
                    "takeRules",
                    new Try("POST", "/api/sessions/" + OWN + "/rules", "{\"id\":\"rules-1\",\"version\":1}")),
            Map.entry("sessionMembers", new Try("GET", "/api/sessions/" + OWN + "/members", "")),
            Map.entry("checkpoint", new Try("GET", "/api/sessions/" + OWN + "/checkpoint?from=0", "")),
            Map.entry("exportJournal", new Try("GET", "/api/sessions/" + OWN + "/journal/export", "")),
            Map.entry("ownPoints", new Try("GET", "/api/points", "")),
            Map.entry("pointReport", new Try("GET", "/api/sessions/" + OWN + "/points/report", "")),
            Map.entry("pointReportSheet", new Try("GET", "/api/sessions/" + OWN + "/points/report/sheet", "")),
            Map.entry("pointUnits", new Try("GET", "/api/sessions/" + OWN + "/point-units", "")),
            Map.entry(
                    "invitePoints",
                    new Try("POST", "/api/sessions/" + OWN + "/points", "{\"id\":\"inv-2\",\"units\":[\"11\"]}")),
            Map.entry("pointPeople", new Try("GET", "/api/sessions/" + OWN + "/points/03127/people", "")),
            Map.entry(
                    "assignPoint",
                    new Try(
                            "PUT",
                            "/api/sessions/" + OWN + "/points/03127/assignment",
                            "{\"id\":\"as-1\",\"technicianId\":\"neighbour\",\"attendees\":[],\"expected\":3}")),
            Map.entry(
                    "refusePoint",
                    new Try(
                            "PUT",
                            "/api/sessions/" + OWN + "/points/03127/refusal",
                            "{\"id\":\"rf-1\",\"reason\":\"Mất điện\"}")),
            Map.entry("journal", new Try("GET", "/api/sessions/" + OWN + "/journal", "")),
            Map.entry(
                    "uploadPaper",
                    new Try(
                            "PUT",
                            "/api/sessions/" + OWN + "/papers/p1?itemId=i1&title=T&kind=OTHER&fileName=a.pdf",
                            "")),
            Map.entry(
                    "replacePaper",
                    new Try("PUT", "/api/sessions/" + OWN + "/papers/p1/versions/2?fileName=a.pdf", "")),
            Map.entry("uploadOffset", new Try("GET", "/api/sessions/" + OWN + "/uploads/u1", "")),
            Map.entry("uploadPart", new Try("PUT", "/api/sessions/" + OWN + "/uploads/u1?offset=0", "")),
            Map.entry("dropUpload", new Try("DELETE", "/api/sessions/" + OWN + "/uploads/u1", "")),
            Map.entry("dropDraftUpload", new Try("DELETE", "/api/sessions/" + OWN + "/draft-uploads/u1", "")),
            Map.entry("noteOpening", new Try("PUT", "/api/sessions/" + OWN + "/papers/p1/openings/1", "")),
            Map.entry("ownOpenings", new Try("GET", "/api/sessions/" + OWN + "/openings", "")),
            Map.entry("openingCounts", new Try("GET", "/api/sessions/" + OWN + "/openings/counts", "")),
            Map.entry("paperReaders", new Try("GET", "/api/sessions/" + OWN + "/papers/p1/openings", "")),
            Map.entry("paperOptions", new Try("GET", "/api/units/nowhere/paper-options", "")),
            Map.entry(
                    "setPaperOptions",
                    new Try("PUT", "/api/units/nowhere/paper-options", "{\"watermark\":true,\"confidential\":true}")),
            Map.entry("unitBodies", new Try("GET", "/api/units/nowhere/bodies", "")),
            Map.entry("ruleSets", new Try("GET", "/api/bodies/nowhere/rule-sets", "")),
            Map.entry("writeRuleSet", new Try("POST", "/api/bodies/nowhere/rule-sets", RULES)),
            Map.entry("previewRuleSet", new Try("POST", "/api/bodies/nowhere/rule-sets/preview", RULES)),
            Map.entry("withdrawRuleSet", new Try("DELETE", "/api/bodies/nowhere/rule-sets/2", "")),
            Map.entry("bodyPaperOptions", new Try("GET", "/api/bodies/hdnd-11/paper-options", "")),
            Map.entry("unfinishedPapers", new Try("GET", "/api/sessions/" + OWN + "/unfinished-papers", "")),
            Map.entry("officeFiles", new Try("GET", "/api/sessions/" + OWN + "/office-files", "")),
            Map.entry("officeFile", new Try("GET", "/api/sessions/" + OWN + "/office-files/p1/1", "")),
            Map.entry("dropOfficeFile", new Try("DELETE", "/api/sessions/" + OWN + "/office-files/p1/1", "")),
            Map.entry("paperContent", new Try("GET", "/api/sessions/" + OWN + "/papers/p1/content", "")),
            Map.entry("myDevices", new Try("GET", "/api/me/devices", "")),
            Map.entry("revokeMyDevice", new Try("DELETE", "/api/me/devices/" + OTHER, "")),
            Map.entry("deviceKey", new Try("PUT", "/api/me/devices/" + DEVICE, "{\"name\":\"iPad\"}")),
            Map.entry(
                    "reportPack",
                    new Try(
                            "PUT",
                            "/api/sessions/" + OWN + "/pack",
                            "{\"deviceId\":\"" + DEVICE + "\",\"sha256\":[],\"bytes\":0}")),
            Map.entry("packReadiness", new Try("GET", "/api/sessions/" + OWN + "/pack", "")),
            Map.entry("revokeDevice", new Try("DELETE", "/api/sessions/" + OWN + "/pack/delegate/" + OTHER, "")),
            Map.entry(
                    "beginPairing",
                    new Try("POST", "/api/sessions/" + OWN + "/pairings", "{\"personId\":\"delegate\"}")),
            Map.entry("pairTablet", new Try("POST", "/api/sessions/" + OWN + "/voting-keys", NO_KEY)),
            Map.entry("pairedTablets", new Try("GET", "/api/sessions/" + OWN + "/voting-keys", "")),
            Map.entry("ownVotingKeys", new Try("GET", "/api/sessions/" + OWN + "/voting-keys/own", "")),
            Map.entry(
                    "revokeVotingKey",
                    new Try("DELETE", "/api/sessions/" + OWN + "/voting-keys/delegate/" + "0".repeat(64), "")),
            Map.entry("votingReadiness", new Try("GET", "/api/sessions/" + OWN + "/voting-readiness", "")),
            Map.entry("sessionGuests", new Try("GET", "/api/sessions/" + OWN + "/guests", "")),
            Map.entry(
                    "sendSubstitute",
                    new Try(
                            "PUT",
                            "/api/sessions/" + OWN + "/sittings/p/substitutes/delegate",
                            "{\"id\":\"s1\",\"substituteId\":\"guest\"}")),
            Map.entry("ownBallotLines", new Try("GET", "/api/sessions/" + OWN + "/own-ballots?from=1&to=9", "")),
            Map.entry("notes", new Try("GET", "/api/sessions/" + OWN + "/notes", "")),
            Map.entry("writeNotes", new Try("POST", "/api/sessions/" + OWN + "/notes", "{\"marks\":[]}")),
            Map.entry("recordings", new Try("GET", "/api/sessions/" + OWN + "/recordings", "")),
            Map.entry("recordingChapters", new Try("GET", "/api/sessions/" + OWN + "/recordings/r/chapters", "")),
            Map.entry(
                    "openRecording",
                    new Try("POST", "/api/sessions/" + OWN + "/recordings/r/openings", "{\"again\":false}")),
            Map.entry(
                    "changeRecording",
                    new Try(
                            "PUT",
                            "/api/sessions/" + OWN + "/recordings/r",
                            "{\"published\":true,\"keptUntil\":1900000000000}")),
            Map.entry("deleteRecording", new Try("DELETE", "/api/sessions/" + OWN + "/recordings/r", "")),
            Map.entry("ownOpinions", new Try("GET", "/api/sessions/" + OWN + "/opinions", "")),
            Map.entry("opinionBoard", new Try("GET", "/api/sessions/" + OWN + "/opinions/board", "")),
            Map.entry(
                    "giveOpinion",
                    new Try(
                            "PUT",
                            "/api/sessions/" + OWN + "/opinions/items/i1",
                            "{\"opinionId\":\"y1\",\"stance\":\"AGREE\",\"writtenAt\":1765159200123}")),
            Map.entry("exportOpinions", new Try("GET", "/api/sessions/" + OWN + "/opinions/items/i1/sheet", "")),
            Map.entry("sharedNotes", new Try("GET", "/api/sessions/" + OWN + "/notes/shared", "")),
            Map.entry("paperPages", new Try("GET", "/api/sessions/" + OWN + "/papers/p1/pages", "")),
            Map.entry("paperText", new Try("GET", "/api/sessions/" + OWN + "/papers/p1/text?from=1&to=3", "")),
            Map.entry("paperImage", new Try("GET", "/api/sessions/" + OWN + "/papers/p1/images/1", "")),
            Map.entry("paperThumbnail", new Try("GET", "/api/sessions/" + OWN + "/papers/p1/thumbnails/1", "")),
            Map.entry("ownPreparation", new Try("GET", "/api/preparation", "")),
            Map.entry("preparation", new Try("GET", "/api/sessions/" + OWN + "/preparation", "")),
            Map.entry(
                    "assignPreparation",
                    new Try("PUT", "/api/sessions/" + OWN + "/preparation/i1/so-tc", "{\"due\":\"2026-12-01\"}")),
            Map.entry("dropAssignment", new Try("DELETE", "/api/sessions/" + OWN + "/preparation/i1/so-tc", "")),
            Map.entry(
                    "saveDraft",
                    new Try(
                            "PUT",
                            "/api/sessions/" + OWN
                                    + "/drafts/d1?itemId=i1&unitId=so-tc&title=T&kind=OTHER&fileName=a.pdf",
                            "")),
            Map.entry(
                    "editDraft",
                    new Try(
                            "PATCH",
                            "/api/sessions/" + OWN + "/drafts/d1",
                            "{\"revision\":1,\"title\":\"T\",\"kind\":\"OTHER\"}")),
            Map.entry("dropDraft", new Try("DELETE", "/api/sessions/" + OWN + "/drafts/d1?revision=1", "")),
            Map.entry(
                    "moveDraft",
                    new Try(
                            "POST",
                            "/api/sessions/" + OWN + "/drafts/d1/steps",
                            "{\"step\":\"SUBMIT\",\"revision\":1}")),
            Map.entry("draftContent", new Try("GET", "/api/sessions/" + OWN + "/drafts/d1/content", "")),
            Map.entry("draftOfficeFile", new Try("GET", "/api/sessions/" + OWN + "/drafts/d1/office-files/" + KEY, "")),
            Map.entry(
                    "dropDraftOfficeFile",
                    new Try("DELETE", "/api/sessions/" + OWN + "/drafts/d1/office-files/" + KEY, "")),
            Map.entry(
                    "publishDraft",
                    new Try(
                            "POST",
                            "/api/sessions/" + OWN + "/drafts/d1/publication",
                            "{\"revision\":1,\"itemId\":\"i1\"}")),
            Map.entry("draftUploadOffset", new Try("GET", "/api/sessions/" + OWN + "/draft-uploads/u1", "")),
            Map.entry("draftUploadPart", new Try("PUT", "/api/sessions/" + OWN + "/draft-uploads/u1?offset=0", "")),
            Map.entry("ballotSheet", new Try("GET", "/api/sessions/" + OWN + "/polls/kin-1/sheet", "")),
            Map.entry("countMinutes", new Try("GET", "/api/sessions/" + OWN + "/polls/kin-1/count-minutes", "")),
            Map.entry("pollDefinition", new Try("GET", "/api/sessions/" + OWN + "/polls/kin-1/definition", "")),
            Map.entry("pollLines", new Try("GET", "/api/sessions/" + OWN + "/polls/kin-1/lines?size=1", "")),
            Map.entry("pollToken", new Try("GET", "/api/sessions/" + OWN + "/polls/kin-1/token", "")),
            Map.entry("pollProgress", new Try("GET", "/api/sessions/" + OWN + "/polls/kin-1/progress", "")),
            Map.entry("pollBoard", new Try("GET", "/api/sessions/" + OWN + "/polls/kin-1/board", "")),
            Map.entry("pollBoardFile", new Try("GET", "/api/sessions/" + OWN + "/polls/kin-1/board-file", "")),
            Map.entry("minutes", new Try("GET", "/api/sessions/" + OWN + "/minutes", "")),
            Map.entry("generateMinutes", new Try("POST", "/api/sessions/" + OWN + "/minutes", "")),
            Map.entry("minutesContent", new Try("GET", "/api/sessions/" + OWN + "/minutes/1/content", "")),
            Map.entry("sessionsAbove", new Try("GET", "/api/joined/sessions", "")),
            Map.entry("sessionAbove", new Try("GET", "/api/joined/sessions/" + OWN, "")),
            Map.entry("paperAbove", new Try("GET", "/api/joined/sessions/" + OWN + "/papers/p1", "")),
            Map.entry("pointPeopleAbove", new Try("GET", "/api/joined/sessions/" + OWN + "/points/03127/people", "")),
            Map.entry(
                    "assignPointAbove",
                    new Try(
                            "PUT",
                            "/api/joined/sessions/" + OWN + "/points/03127/assignment",
                            "{\"id\":\"as-2\",\"technicianId\":\"neighbour\",\"attendees\":[],\"expected\":3}")),
            Map.entry(
                    "refusePointAbove",
                    new Try(
                            "PUT",
                            "/api/joined/sessions/" + OWN + "/points/03127/refusal",
                            "{\"id\":\"rf-2\",\"reason\":\"Mất điện\"}")),
            Map.entry(
                    "reportPointAbove",
                    new Try(
                            "PUT",
                            "/api/joined/sessions/" + OWN + "/points/03127/roll",
                            "{\"id\":\"ro-2\",\"present\":3,\"leaders\":[]}")),
            Map.entry("joined", new Try("GET", "/api/joined", "")),
            Map.entry(
                    "addJoinedServer",
                    new Try("POST", "/api/joined/servers", "{\"fingerprint\":\"" + KEY + "\",\"unitId\":\"03127\"}")),
            Map.entry(
                    "confirmJoinedServer",
                    new Try("PUT", "/api/joined/servers/" + KEY + "/confirmation", "{\"digits\":\"00000000\"}")),
            Map.entry("revokeJoinedServer", new Try("DELETE", "/api/joined/servers/" + NOBODYS, "")),
            Map.entry("importRegister", new Try("POST", "/api/admin/import", "{}")),
            Map.entry("disablePerson", new Try("PUT", "/api/admin/people/nobody/disabled", "{\"disabled\":true}")));

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        done("POST", "/api/sessions", wanted(OWN));
        order(
                "sitting.plan",
                "{\"sittingId\":\"p\",\"title\":\"Sáng\",\"date\":\"2026-12-09\",\"startsAt\":1765245600000}");
        order(
                "agenda.add-item",
                "{\"itemId\":\"i1\",\"index\":0,\"title\":\"Khai mạc\",\"kind\":\"OTHER\",\"hidden\":false}");
        order("session.publish", "{}");
        done("POST", "/api/sessions/" + OWN + "/points", "{\"id\":\"inv-1\",\"units\":[\"03127\"]}");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void everyRouteThatNeedsASignInIsTried() {
        var needed = operations().stream()
                .filter(name -> Access.of(name).scope() != Scope.PUBLIC)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(TRIES.keySet())).isEqualTo(needed);
    }

    @TestFactory
    Stream<DynamicTest> everyRouteForEveryRole() {
        var tests = new ArrayList<DynamicTest>();
        for (var operation : TRIES.keySet()) {
            tests.add(test(operation, "nobody", Set.of(401)));
            BODY_PEOPLE.forEach((person, role) -> tests.add(test(operation, person, insider(operation, role))));
            OUTSIDERS.forEach(person -> tests.add(test(operation, person, outsider(operation, person))));
        }
        return tests.stream();
    }

    private static DynamicTest test(String operation, String person, Set<Integer> expected) {
        return DynamicTest.dynamicTest(operation + " as " + person, () -> {
            var request = java.util.Objects.requireNonNull(TRIES.get(operation));
            var path = request.path() + (operation.equals("sessionState") ? audience(person) : "");
            var answer = person.equals("nobody")
                    ? house.send(request.method(), path, request.body())
                    : house.as(person, request.method(), path, request.body());
            assertThat(answer.statusCode()).as(answer.body()).isIn(expected);
            if (answer.statusCode() == 404) {
                assertThat(answer.body()).doesNotContain("Kỳ họp thứ", "Điện Biên");
            }
        });
    }

    private static String audience(String person) {
        return switch (person) {
            case "delegate", "screen", "guest", "technician" -> person;
            default -> "control";
        };
    }

    /** What a person with this role in the very body must hear. */
    private static Set<Integer> insider(String operation, Role role) {
        var right = Access.of(operation);
        return switch (right.scope()) {
            case PUBLIC, SELF -> ownAnswer(operation);
            case SYSTEM, UNIT -> Set.of(403);
            case BODY -> right.roles().contains(role) ? permitted(operation) : Set.of(403);
            case PREPARING -> Set.of(200); // the desk asks: DraftsTest
            case POINT -> role == Role.SECRETARY ? pointAnswer(operation) : Set.of(404); // InvitationsTest
        };
    }

    private static Set<Integer> ownAnswer(String operation) {
        return switch (operation) {
            case "changePassword" -> Set.of(422);
            case "revokeMyDevice" -> Set.of(404); // nobody has that device
            case "sessionAbove",
                    "paperAbove",
                    "pointPeopleAbove",
                    "assignPointAbove",
                    "refusePointAbove",
                    "reportPointAbove" -> Set.of(404); // nobody has a point in it: JoinedStoryTest
            default -> Set.of(200);
        };
    }

    /** A room that is not open cannot be joined: the command came through to the rules. */
    private static Set<Integer> permitted(String operation) {
        return switch (operation) {
            case "command", "sendSubstitute" -> Set.of(409); // a council knows no substitutes
            case "prepareSession" -> Set.of(201);
            case "reportPack" -> Set.of(204, 404); // 404: the device was not registered before
            case "revokeDevice", "revokeVotingKey" -> Set.of(404);
            case "pairTablet" -> Set.of(422); // no key of a tablet
            case "checkpoint" -> Set.of(200, 404); // 404: nothing is signed so early
            default -> Set.of(200);
        };
    }

    /** Nobody of the unit has an account: only what names a person is refused. */
    private static Set<Integer> pointAnswer(String operation) {
        return Set.of(operation.equals("assignPoint") ? 422 : 200);
    }

    private static Set<Integer> outsider(String operation, String person) {
        var administers = person.equals("admin") || (person.equals("unit-admin"));
        return switch (Access.of(operation).scope()) {
            case PUBLIC, SELF -> ownAnswer(operation);
            case SYSTEM -> person.equals("admin") ? administered(operation) : Set.of(403);
            case UNIT -> Set.of(administers ? 404 : 403);
            case BODY -> Set.of(404);
            case PREPARING -> Set.of(200);
            case POINT -> person.equals("unit-admin") ? pointAnswer(operation) : Set.of(404);
        };
    }

    private static Set<Integer> administered(String operation) {
        return switch (operation) {
            case "confirmJoinedServer" -> Set.of(404, 409); // 409: it was entered before, and never called
            case "revokeJoinedServer" -> Set.of(404);
            default -> Set.of(200);
        };
    }

    private static Set<String> operations() {
        var yaml = new String(read(), java.nio.charset.StandardCharsets.UTF_8);
        return Pattern.compile("operationId: (\\w+)")
                .matcher(yaml)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static byte[] read() {
        try {
            return java.nio.file.Files.readAllBytes(java.nio.file.Path.of("src/main/resources/openapi.yaml"));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String wanted(String session) {
        return Json.text(Map.of(
                "sessionId",
                session,
                "bodyId",
                "hdnd-11",
                "title",
                "Kỳ họp thứ mười tám",
                "number",
                18,
                "kind",
                "REGULAR"));
    }

    private static void order(String name, String data) {
        done(
                "POST",
                "/api/sessions/" + OWN + "/commands",
                "{\"id\":\"" + name.replace('.', '-') + "\",\"name\":\"" + name + "\",\"data\":" + data + "}");
    }

    private static void done(String method, String path, String json) {
        var answer = house.as("secretary", method, path, json);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
