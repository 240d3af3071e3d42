package plenum.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.kernel.PersonId;

class JsonTest {
    record Speech(PersonId who, Instant since, @Nullable LocalDate day, Optional<Integer> seconds, boolean over) {
        public boolean isLong() {
            return true;
        }
    }

    private record Wrap(List<Speech> speeches, Map<PersonId, Integer> counts) {}

    private static final Wrap WRAP = new Wrap(
            List.of(new Speech(new PersonId("lan"), Instant.ofEpochMilli(42), null, Optional.empty(), false)),
            Map.of(new PersonId("an"), 3));

    @Test
    void aRecordIsWrittenByItsComponentsOnly() {
        assertThat(Json.text(WRAP))
                .isEqualTo("{\"speeches\":[{\"who\":\"lan\",\"since\":42,\"over\":false}],\"counts\":{\"an\":3}}");
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        assertThat(Json.read(Json.text(WRAP), Wrap.class)).isEqualTo(WRAP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"who\":\"lan\",\"since\":42,\"over\":false,\"more\":1}",
                "{\"who\":\"lan\",\"since\":\"42\",\"over\":false}",
                "{\"who\":\"lan\",\"since\":42.5,\"over\":false}",
                "{\"who\":\"lan\",\"since\":42,\"over\":\"false\"}",
                "{\"who\":\"lan\",\"since\":42,\"over\":null}",
                "{\"who\":\"l n\",\"since\":42,\"over\":false}",
                "{\"who\":7,\"since\":42,\"over\":false}",
                "{\"who\":\"lan\",\"since\":42,\"over\":false,\"day\":\"2026-02-30\"}",
                "{\"who\":\"lan\",\"who\":\"an\",\"since\":42,\"over\":false}",
                "{\"who\":\"lan\",\"since\":42,\"over\":false} x",
                "null",
                ""
            })
    void whatDoesNotFitIsRefused(String text) {
        assertThatThrownBy(() -> Json.read(text, Speech.class)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void theRefusalNamesTheFieldButNotItsContent() {
        assertThatThrownBy(() -> Json.read("{\"speeches\":[{\"who\":\"se cret\"}]}", Wrap.class))
                .hasMessageContaining("speeches[0].who")
                .hasMessageNotContaining("se cret");
    }

    @Test
    void textIsNormalised() {
        assertThat(Json.read("\"Đie\u0323\u0302n\"", String.class)).isEqualTo("Đi\u1ec7n");
    }

    @Test
    void invalidUtf8IsRefused() {
        assertThatThrownBy(() -> Json.read("\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1), String.class))
                .isInstanceOf(MalformedJson.class);
    }
}
