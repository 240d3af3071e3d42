package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.sitting.SittingCommand;

class CommandCodecTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CommandCodec CODEC = new CommandCodec();

    @Test
    void anUnknownNameIsRefused() {
        refused("floor.sing", "{}", HallProblem.UNKNOWN_COMMAND, "name");
    }

    @Test
    void preparingASessionAndAttachingAPaperDoNotComeOverTheWire() {
        refused("session.prepare", "{}", HallProblem.UNKNOWN_COMMAND, "name");
        refused("agenda.attach-paper", "{}", HallProblem.UNKNOWN_COMMAND, "name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            session.rename   | {}                                   | data.title is missing
            session.rename   | {"title":null}                       | data.title is null
            session.rename   | {"title":7}                          | data.title is no text
            session.rename   | {"title":"   "}                      | data.title has not 1 to 300
            session.rename   | {"title":"a\\u0000b"}                | data.title has control characters
            session.rename   | {"title":"a","x":1}                  | data.x is unknown
            session.publish  | {"now":true}                         | data.now is unknown
            session.publish  | []                                   | data is no object
            session.publish  | null                                 | data is no object
            sitting.drop     | {"sittingId":"a b"}                  | data.sittingId an id is
            sitting.drop     | {"sittingId":5}                      | data.sittingId is no id
            sitting.plan     | {"sittingId":"a","title":"t","date":"2026-02-30","startsAt":1}  | data.date is no date
            sitting.plan     | {"sittingId":"a","title":"t","date":"2026-02-03","startsAt":-1} | data.startsAt is no time
            sitting.plan     | {"sittingId":"a","title":"t","date":"2026-02-03","startsAt":1.5} | data.startsAt is no time
            floor.grant      | {"personId":"a","seconds":0}         | data.seconds is no whole number from 1 to 3600
            floor.grant      | {"personId":"a","seconds":3601}      | data.seconds is no whole number
            floor.grant      | {"personId":"a","seconds":"60"}      | data.seconds is no whole number
            floor.extend     | {"seconds":9}                        | data.seconds is no whole number from 10 to 1800
            floor.move       | {"personId":"a","index":-1}          | data.index is no whole number
            voting.cast      | {"voteId":"a","choice":"for"}        | data.choice is none of the known words
            voting.void      | {"voteId":"a","reason":"ab"}         | data.reason has not 3 to 500
            attendance.mark  | {"sittingId":"a","personId":"b","presence":"NONE"} | data.presence is none of
            attendance.answer| {"sittingId":"a","answer":"ABSENT","reason":null}  | data.reason is null
            agenda.edit-item | {"itemId":"a","title":"t","kind":"OTHER","hidden":"no"} | data.hidden is not true or false
            agenda.edit-item | {"itemId":"a","title":"t","kind":"OTHER","hidden":false,"minutes":0} | data.minutes is no whole
            """)
    void whatIsWrongIsRefusedWithTheFieldsName(String name, String data, String detail) {
        refused(name, data, HallProblem.BAD_COMMAND, detail);
    }

    @Test
    void aTitleHasThreeHundredCharactersAtMost() throws JsonProcessingException {
        var longest = "ạ".repeat(300);
        assertThat(rename(longest)).isEqualTo(longest);
        refused("session.rename", json(longest + "a"), HallProblem.BAD_COMMAND, "data.title has not 1 to 300");
        refused("session.rename", json("a".repeat(90_000)), HallProblem.BAD_COMMAND, "data.title is longer");
    }

    @Test
    void textIsTrimmedAndPutIntoOneNormalForm() throws JsonProcessingException {
        var decomposed = Normalizer.normalize("Kỳ họp thứ mười tám", Normalizer.Form.NFD);
        assertThat(rename("  " + decomposed + " ")).isEqualTo("Kỳ họp thứ mười tám");
    }

    private static String rename(String title) throws JsonProcessingException {
        var command = CODEC.read("session.rename", JSON.readTree(json(title)));
        return command instanceof HallCommand.OfSitting of && of.command() instanceof SittingCommand.RenameSession to
                ? to.title()
                : "";
    }

    private static String json(String title) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of("title", title));
    }

    private static void refused(String name, String data, Problem.Code code, String detail) {
        assertThatThrownBy(() -> CODEC.read(name, JSON.readTree(data)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().code()).isEqualTo(code);
                    assertThat(refusal.problem().code().kind()).isEqualTo(Problem.Kind.MALFORMED);
                    assertThat(refusal.problem().detail()).startsWith(detail);
                });
    }
}
