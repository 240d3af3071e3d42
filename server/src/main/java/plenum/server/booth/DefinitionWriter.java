package plenum.server.booth;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plenum.server.ballots.Elector;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.hall.Hall;
import plenum.server.issuer.IssuerProblem;
import plenum.server.kernel.PersonId;
import plenum.server.keys.KeyRing;
import plenum.server.secret.BoxKeys;
import plenum.server.secret.Definition;
import plenum.server.secret.Definition.BoardMember;
import plenum.server.secret.Electorate;

/** Writes the definition of a poll that has begun: its sheet, who was present, and the keys paired last. */
final class DefinitionWriter {
    private final Hall hall;
    private final Poll poll;
    private final KeyRing ring;

    DefinitionWriter(Hall hall, Poll poll, KeyRing ring) {
        this.hall = hall;
        this.poll = poll;
        this.ring = ring;
    }

    /**
     * @param issuer RSA key, X.509 in Base64; @throws plenum.server.kernel.Refusal when somebody has no key any more
     */
    Electronic.Defined write(BoxKeys box, String issuer) {
        var issue = Objects.requireNonNull(poll.issue());
        var electorate = issue.eligible().stream()
                .map(person -> new Elector(person, key(person)))
                .toList();
        var definition = definition(electorate, box, issuer);
        return new Electronic.Defined(
                new String(definition.bytes(), StandardCharsets.UTF_8), definition.hash(), electorate);
    }

    private Definition definition(List<Elector> electorate, BoxKeys box, String issuer) {
        var matter = Objects.requireNonNull(poll.issue()).matter();
        var seats = poll.sheet().seats();
        return new Definition(
                BoxName.of(hall.session(), poll.pollId()),
                words(poll.sheet().title()),
                seats == null ? 0 : seats,
                matter.blankValid(),
                matter.options().stream()
                        .map(option -> new Definition.Option(option.code().name(), words(option.label())))
                        .toList(),
                IntStream.range(0, poll.sheet().lines().size())
                        .mapToObj(at -> new Definition.Line(
                                lineId(at), words(poll.sheet().lines().get(at).words())))
                        .toList(),
                electorate(electorate).summary(),
                board(),
                issuer,
                box.box(),
                box.receipt());
    }

    /** Of the line at this place of the sheet. */
    static String lineId(int at) {
        return "l" + (at + 1);
    }

    static Electorate electorate(List<Elector> electorate) {
        Map<String, String> keys = electorate.stream()
                .collect(Collectors.toMap(one -> one.personId().value(), Elector::key));
        return new Electorate(keys);
    }

    private List<BoardMember> board() {
        return Objects.requireNonNull(poll.tellers()).people().stream()
                .map(teller -> new BoardMember(teller.value(), key(teller)))
                .toList();
    }

    private String key(PersonId person) {
        return ring.newestPoint(person, hall.bodyId())
                .map(Base64.getEncoder()::encodeToString)
                .orElseThrow(() -> IssuerProblem.NOT_PAIRED.refusal(person.value()));
    }

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
