package plenum.server.hall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Refusal;

/** Reads a command's data field by field and refuses what is missing, unknown, of a wrong type or too long. */
final class Fields {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}|\\p{Cs}");
    private static final long LATEST_STAMP = 253_402_300_799_999L; // the year 9999

    private final ObjectNode data;
    private final Set<String> read = new HashSet<>();

    Fields(ObjectNode data) {
        this.data = data;
    }

    /** Trimmed and in normal form C. */
    String text(String name, int shortest, int longest) {
        return text(name, required(name), shortest, longest);
    }

    @Nullable
    String textOrNone(String name, int shortest, int longest) {
        var value = optional(name);
        return value == null ? null : text(name, value, shortest, longest);
    }

    <T> T id(String name, Function<String, T> make) {
        return id(name, required(name), make);
    }

    <T> @Nullable T idOrNone(String name, Function<String, T> make) {
        var value = optional(name);
        return value == null ? null : id(name, value, make);
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        var value = required(name);
        for (var constant : type.getEnumConstants()) {
            if (value.isTextual() && constant.name().equals(value.textValue())) {
                return constant;
            }
        }
        throw bad(name, "is none of the known words");
    }

    int number(String name, int least, int most) {
        return number(name, required(name), least, most);
    }

    @Nullable
    Integer numberOrNone(String name, int least, int most) {
        var value = optional(name);
        return value == null ? null : number(name, value, least, most);
    }

    @Nullable
    Boolean flagOrNone(String name) {
        return optional(name) == null ? null : flag(name);
    }

    boolean flag(String name) {
        var value = required(name);
        if (!value.isBoolean()) {
            throw bad(name, "is not true or false");
        }
        return value.booleanValue();
    }

    Instant stamp(String name) {
        return stamp(name, required(name));
    }

    @Nullable
    Instant stampOrNone(String name) {
        var value = optional(name);
        return value == null ? null : stamp(name, value);
    }

    /** Empty when absent. */
    List<String> texts(String name, int most, int shortest, int longest) {
        return list(name, most, value -> text(name, value, shortest, longest));
    }

    /** Empty when absent. */
    <T> List<T> ids(String name, int most, Function<String, T> make) {
        return list(name, most, value -> id(name, value, make));
    }

    /** An object of whole numbers; its names are words of the type. */
    <E extends Enum<E>> Map<E, Integer> numbers(String name, Class<E> type, int most) {
        return inner(name, required(name), fields -> fields.numbers(type, most));
    }

    private <E extends Enum<E>> Map<E, Integer> numbers(Class<E> type, int most) {
        var values = new LinkedHashMap<E, Integer>();
        for (var constant : type.getEnumConstants()) {
            var value = numberOrNone(constant.name(), 0, most);
            if (value != null) {
                values.put(constant, value);
            }
        }
        return values;
    }

    /** At least one. */
    <T> List<T> someIds(String name, int most, Function<String, T> make) {
        var all = list(name, most, required(name), value -> id(name, value, make));
        if (all.isEmpty()) {
            throw bad(name, "is empty");
        }
        return all;
    }

    /**
     * Objects of the same fields, at least one.
     *
     * @param key by which no two are the same
     */
    <T> List<T> some(String name, int most, Function<Fields, T> read, Function<T, Object> key) {
        var all = list(name, most, required(name), value -> inner(name, value, read));
        if (all.isEmpty()
                || all.stream().map(key).distinct().count() < required(name).size()) {
            throw bad(name, "is empty or names one twice");
        }
        return all;
    }

    <T> @Nullable T innerOrNone(String name, Function<Fields, T> read) {
        var value = optional(name);
        return value == null ? null : inner(name, value, read);
    }

    private static <T> T inner(String name, JsonNode value, Function<Fields, T> read) {
        if (!(value instanceof ObjectNode object)) {
            throw bad(name, "holds what is no object");
        }
        var fields = new Fields(object);
        var made = read.apply(fields);
        fields.end();
        return made;
    }

    private <T> List<T> list(String name, int most, Function<JsonNode, T> read) {
        var values = optional(name);
        return values == null ? List.of() : list(name, most, values, read);
    }

    private static <T> List<T> list(String name, int most, JsonNode values, Function<JsonNode, T> read) {
        if (!values.isArray() || values.size() > most) {
            throw bad(name, "is no list of at most " + most);
        }
        var all = new LinkedHashSet<T>();
        values.forEach(value -> all.add(read.apply(value)));
        return List.copyOf(all);
    }

    LocalDate date(String name) {
        var value = required(name);
        try {
            if (value.isTextual() && value.textValue().length() == 10) {
                return LocalDate.parse(value.textValue());
            }
        } catch (DateTimeException notADate) {
            throw bad(name, "is no date");
        }
        throw bad(name, "is no date");
    }

    /** To be called when everything known is read. */
    void end() {
        data.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw bad(name.length() > 40 ? name.substring(0, 40) : name, "is unknown");
            }
        });
    }

    private JsonNode required(String name) {
        var value = optional(name);
        if (value == null) {
            throw bad(name, "is missing");
        }
        return value;
    }

    private @Nullable JsonNode optional(String name) {
        read.add(name);
        var value = data.get(name);
        if (value != null && value.isNull()) {
            throw bad(name, "is null");
        }
        return value;
    }

    private static String text(String name, JsonNode value, int shortest, int longest) {
        if (!value.isTextual()) {
            throw bad(name, "is no text");
        }
        if (value.textValue().length() > 4 * longest + 100) {
            throw bad(name, "is longer than " + longest + " characters");
        }
        var text = Normalizer.normalize(value.textValue(), Normalizer.Form.NFC).strip();
        if (CONTROL.matcher(text).find()) {
            throw bad(name, "has control characters");
        }
        var length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            throw bad(name, "has not " + shortest + " to " + longest + " characters");
        }
        return text;
    }

    private static <T> T id(String name, JsonNode value, Function<String, T> make) {
        try {
            if (value.isTextual()) {
                return make.apply(value.textValue());
            }
        } catch (IllegalArgumentException badForm) {
            throw bad(name, badForm.getMessage() == null ? "is no id" : badForm.getMessage());
        }
        throw bad(name, "is no id");
    }

    private static int number(String name, JsonNode value, int least, int most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw bad(name, String.format(Locale.ROOT, "is no whole number from %d to %d", least, most));
        }
        return value.intValue();
    }

    private static Instant stamp(String name, JsonNode value) {
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > LATEST_STAMP) {
            throw bad(name, "is no time in milliseconds");
        }
        return Instant.ofEpochMilli(value.longValue());
    }

    private static Refusal bad(String name, String fact) {
        return HallProblem.BAD_COMMAND.refusal("data." + name + " " + fact);
    }
}
