package plenum.server.access;

import static plenum.server.kernel.Role.APPROVER;
import static plenum.server.kernel.Role.CHAIR;
import static plenum.server.kernel.Role.DELEGATE;
import static plenum.server.kernel.Role.GUEST;
import static plenum.server.kernel.Role.PREPARER;
import static plenum.server.kernel.Role.SCREEN;
import static plenum.server.kernel.Role.SECRETARY;
import static plenum.server.kernel.Role.SYSTEM_ADMIN;
import static plenum.server.kernel.Role.TECHNICIAN;
import static plenum.server.kernel.Role.UNIT_ADMIN;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.hall.Duties;
import plenum.server.hall.HallCommand;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Role;

/**
 * The one table of rights of HTTP operations; those of commands are {@link Duties}. A stranger to a body hears that
 * nothing is there; a person of the body without the role hears that it is not permitted.
 */
public final class Access {
    private static final Map<String, Right> TABLE = Stream.of(
                    open("signIn"),
                    open("refresh"),
                    open("signOut"),
                    open("serverInfo"),
                    self("me"),
                    self("changePassword"),
                    self("units"),
                    self("sessions"),
                    self("search"),
                    body("bodyMembers", SECRETARY, CHAIR, DELEGATE),
                    body("bodyRules", SECRETARY, CHAIR, DELEGATE),
                    body("bodyPaperOptions", SECRETARY, CHAIR),
                    body("prepareSession", SECRETARY),
                    body("takeRules", SECRETARY),
                    body("session", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST, TECHNICIAN),
                    body("sessionState", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST, TECHNICIAN),
                    body("command", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST, TECHNICIAN),
                    body("sessionMembers", SECRETARY, CHAIR, DELEGATE),
                    body("sessionGuests", SECRETARY, CHAIR, DELEGATE),
                    body("sendSubstitute", SECRETARY, CHAIR, DELEGATE),
                    body("pointUnits", SECRETARY),
                    body("invitePoints", SECRETARY),
                    body("pointReport", SECRETARY, CHAIR, TECHNICIAN),
                    body("pointReportSheet", SECRETARY, CHAIR, TECHNICIAN),
                    self("ownPoints"),
                    point("pointPeople"),
                    point("assignPoint"),
                    point("refusePoint"),
                    body("journal", SECRETARY, CHAIR),
                    body("checkpoint", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST, TECHNICIAN),
                    body("ownBallotLines", CHAIR, DELEGATE, GUEST),
                    body("pollLines", CHAIR, DELEGATE),
                    body("exportJournal", SECRETARY, CHAIR),
                    body("uploadPaper", SECRETARY),
                    body("replacePaper", SECRETARY),
                    body("uploadOffset", SECRETARY),
                    body("uploadPart", SECRETARY),
                    body("dropUpload", SECRETARY),
                    body("officeFiles", SECRETARY),
                    body("unfinishedPapers", SECRETARY),
                    body("officeFile", SECRETARY),
                    body("dropOfficeFile", SECRETARY),
                    body("paperContent", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST, TECHNICIAN),
                    self("deviceKey"),
                    self("myDevices"),
                    self("revokeMyDevice"),
                    open("deviceState"),
                    body("reportPack", SECRETARY, CHAIR, DELEGATE, GUEST),
                    body("packReadiness", SECRETARY, CHAIR),
                    body("revokeDevice", SECRETARY),
                    body("beginPairing", SECRETARY),
                    body("pairTablet", CHAIR, DELEGATE, GUEST),
                    body("pairedTablets", SECRETARY, CHAIR),
                    body("ownVotingKeys", CHAIR, DELEGATE, GUEST),
                    body("revokeVotingKey", SECRETARY),
                    body("votingReadiness", SECRETARY, CHAIR),
                    body("noteOpening", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("ownOpenings", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("openingCounts", SECRETARY, CHAIR),
                    body("paperReaders", SECRETARY, CHAIR),
                    body("notes", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("writeNotes", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("sharedNotes", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("ownOpinions", CHAIR, DELEGATE),
                    body("giveOpinion", CHAIR, DELEGATE),
                    body("opinionBoard", SECRETARY, CHAIR),
                    body("exportOpinions", SECRETARY, CHAIR),
                    body("paperPages", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("paperText", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("paperThumbnail", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("paperImage", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    self("ownPreparation"),
                    body("preparation", SECRETARY, CHAIR),
                    body("assignPreparation", SECRETARY),
                    body("dropAssignment", SECRETARY),
                    body("publishDraft", SECRETARY),
                    preparing("saveDraft", PREPARER),
                    preparing("editDraft", PREPARER),
                    preparing("dropDraft", PREPARER),
                    preparing("draftUploadOffset", PREPARER),
                    preparing("draftUploadPart", PREPARER),
                    preparing("dropDraftUpload", PREPARER),
                    preparing("moveDraft", PREPARER, APPROVER, SECRETARY),
                    preparing("draftContent", PREPARER, APPROVER, SECRETARY),
                    preparing("draftOfficeFile", PREPARER, APPROVER, SECRETARY),
                    preparing("dropDraftOfficeFile", PREPARER),
                    body("ballotSheet", SECRETARY, CHAIR),
                    body("countMinutes", SECRETARY, CHAIR),
                    body("pollDefinition", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST),
                    body("pollToken", CHAIR, DELEGATE),
                    body("pollProgress", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST),
                    body("pollBoard", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST),
                    body("pollBoardFile", SECRETARY, CHAIR, DELEGATE, SCREEN, GUEST),
                    body("recordings", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("recordingChapters", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    body("openRecording", SECRETARY, CHAIR, DELEGATE, GUEST, TECHNICIAN),
                    open("recordingContent"), // by the cookie of openRecording
                    body("changeRecording", SECRETARY),
                    body("deleteRecording", SECRETARY),
                    body("minutes", SECRETARY, CHAIR),
                    body("generateMinutes", SECRETARY),
                    body("minutesContent", SECRETARY, CHAIR),
                    system("importRegister"),
                    self("sessionsAbove"),
                    self("sessionAbove"), // the desk asks
                    self("paperAbove"),
                    self("pointPeopleAbove"),
                    self("assignPointAbove"),
                    self("refusePointAbove"),
                    self("reportPointAbove"),
                    system("joined"),
                    system("addJoinedServer"),
                    system("confirmJoinedServer"),
                    system("revokeJoinedServer"),
                    unit("paperOptions"),
                    unit("setPaperOptions"),
                    unit("unitBodies"),
                    unit("ruleSets"),
                    unit("previewRuleSet"),
                    unit("writeRuleSet"),
                    unit("withdrawRuleSet"),
                    unit("disablePerson"))
            .collect(Collectors.toUnmodifiableMap(Right::name, Function.identity()));

    private Access() {}

    /** @throws IllegalArgumentException for a name without a row; only a bug can ask for one */
    public static Right of(String name) {
        var right = TABLE.get(name);
        if (right == null) {
            throw new IllegalArgumentException("no row in the table of rights: " + name);
        }
        return right;
    }

    /** Every name that has a row. */
    public static Set<String> names() {
        return TABLE.keySet();
    }

    /** The audiences a person may join in a body; empty for a stranger, who gets 404. */
    public static Set<Audience> audiences(Set<Role> rolesInBody) {
        var audiences = EnumSet.noneOf(Audience.class);
        for (var role : rolesInBody) {
            audience(role).ifPresent(audiences::add);
        }
        return Collections.unmodifiableSet(audiences);
    }

    /** Roles of the actor in the session's body. Refuses a stranger, and everyone but CONTROL while it is a draft. */
    public static Set<Role> enter(Actor actor, Optional<SessionPlace> place) {
        var roles = place.map(known -> known.roles(actor)).orElse(Set.of());
        var audiences = audiences(roles);
        var hidden = place.map(SessionPlace::draft).orElse(true) && !audiences.contains(Audience.CONTROL);
        if (audiences.isEmpty() || hidden) {
            throw StrangerProblem.SESSIONS_NO_SUCH_SESSION.refusal("no such session for this person");
        }
        return roles;
    }

    /** Refuses a person of the body without any of the row's roles. The stranger was refused before. */
    public static void permit(Actor actor, String name, Set<Role> roles) {
        permit(actor, name, of(name).roles(), roles);
    }

    /** The same for a command, as the lane asks it again. */
    public static void permit(Actor actor, String name, HallCommand command, Set<Role> roles) {
        permit(actor, name, Duties.of(command), roles);
    }

    private static void permit(Actor actor, String name, Set<Role> needed, Set<Role> held) {
        if (Collections.disjoint(needed, held)) {
            throw AccessProblem.NOT_PERMITTED.refusal(name + " needs another role than " + actor.person() + " has");
        }
    }

    /** Both steps for something of a session: enter, then permit. */
    public static Set<Role> permit(Actor actor, String name, Optional<SessionPlace> place) {
        var roles = enter(actor, place);
        permit(actor, name, roles);
        return roles;
    }

    /** Both steps for something of a body itself. */
    public static Set<Role> permit(Actor actor, String name, BodyId body) {
        var roles = actor.rolesIn(body);
        if (audiences(roles).isEmpty()) {
            throw StrangerProblem.UNITS_NO_SUCH_BODY.refusal("no such body for this person");
        }
        permit(actor, name, roles);
        return roles;
    }

    private static Optional<Audience> audience(Role role) {
        return switch (role) {
            case SECRETARY, CHAIR -> Optional.of(Audience.CONTROL);
            case DELEGATE -> Optional.of(Audience.DELEGATE);
            case SCREEN -> Optional.of(Audience.SCREEN);
            case GUEST -> Optional.of(Audience.GUEST);
            case TECHNICIAN -> Optional.of(Audience.TECHNICIAN);
            case UNIT_ADMIN, SYSTEM_ADMIN, PREPARER, APPROVER -> Optional.empty();
        };
    }

    private static Right open(String name) {
        return new Right(name, Scope.PUBLIC, Set.of());
    }

    private static Right self(String name) {
        return new Right(name, Scope.SELF, Set.of());
    }

    private static Right system(String name) {
        return new Right(name, Scope.SYSTEM, Set.of(SYSTEM_ADMIN));
    }

    private static Right preparing(String name, Role... roles) {
        return new Right(name, Scope.PREPARING, Set.of(roles));
    }

    private static Right point(String name) {
        return new Right(name, Scope.POINT, Set.of(SECRETARY, UNIT_ADMIN));
    }

    private static Right unit(String name) {
        return new Right(name, Scope.UNIT, Set.of(UNIT_ADMIN, SYSTEM_ADMIN));
    }

    private static Right body(String name, Role... roles) {
        return new Right(name, Scope.BODY, Set.of(roles));
    }
}
