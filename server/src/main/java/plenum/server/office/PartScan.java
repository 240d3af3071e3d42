package plenum.server.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of all parts, one after another. What a program of the office would run, or fetch from another file or
 * address while it opens the document, is refused; links that a reader clicks are fine.
 */
final class PartScan {
    private static final String MAIN = ".main+xml";
    private static final Set<String> PROGRAMS =
            Set.of("event-listener", "applet", "plugin", "floating-frame", "script");
    private static final Set<String> FETCHES = Set.of(
            "dde-source",
            "dde-connection-decl",
            "dde-link",
            "ddeLink",
            "oleLink",
            "cell-range-source",
            "database-source-table");
    /** Fields of a text that bring in something else (ECMA-376 part 1, 17.16.5). */
    private static final Pattern FETCHING_FIELD = Pattern.compile(
            "\\s*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDE|DDEAUTO|LINK|DATABASE)\\b.*", Pattern.DOTALL);

    private static final Pattern FETCHING_FORMULA = Pattern.compile("(?is).*\\b(WEBSERVICE|DDE)\\s*\\(.*");
    /** A template on a drive of the writer's own computer: only its name is kept. */
    private static final Pattern OWN_TEMPLATE = Pattern.compile("(?i)(file:///)?([a-z]:[\\\\/])?[^:]*");

    private static final Pattern ELSEWHERE =
            Pattern.compile("(?s)\\s*([a-zA-Z][a-zA-Z0-9+.-]*:|/|\\\\|\\.\\.[/\\\\]).*");

    private final XMLInputFactory factory = XMLInputFactory.newFactory();
    private final StringBuilder field = new StringBuilder();
    private @Nullable OfficeKind kind;

    PartScan() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** As Office Open XML declares it; empty for OpenDocument. */
    Optional<OfficeKind> kind() {
        return Optional.ofNullable(kind);
    }

    void read(InputStream part) throws IOException, XMLStreamException, Unfit {
        var reader = factory.createXMLStreamReader(part);
        field.setLength(0);
        var element = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new Unfit(OfficeProblem.BROKEN, "a document type in XML");
                case XMLStreamConstants.START_ELEMENT -> {
                    element = reader.getLocalName();
                    started(element, reader);
                }
                case XMLStreamConstants.CHARACTERS -> text(element, reader.getText());
                default -> {}
            }
        }
        refuseFetching(field);
    }

    private void started(String element, XMLStreamReader reader) throws Unfit {
        if (PROGRAMS.contains(element)
                && !String.valueOf(reader.getNamespaceURI()).contains(":presentation:")) {
            throw new Unfit(OfficeProblem.MACROS, "element " + element);
        }
        if (FETCHES.contains(element)) {
            throw new Unfit(OfficeProblem.LINKED, "element " + element);
        }
        switch (element) {
            case "Relationship" -> relationship(reader);
            case "Override", "Default" -> contentType(attribute(reader, "ContentType"));
            case "encryption-data" -> throw new Unfit(OfficeProblem.LOCKED, "encrypted parts");
            case "fldChar" -> {
                refuseFetching(field);
                field.setLength(0);
            }
            case "fldSimple" -> refuseFetching(attribute(reader, "instr"));
            default -> references(element, reader);
        }
    }

    private void text(String element, String text) throws Unfit {
        if (element.equals("instrText")) {
            field.append(text);
        } else if (element.equals("f") && FETCHING_FORMULA.matcher(text).matches()) {
            throw new Unfit(OfficeProblem.LINKED, "a formula that asks the web");
        }
    }

    private static void refuseFetching(CharSequence instruction) throws Unfit {
        if (FETCHING_FIELD
                .matcher(instruction.toString().toUpperCase(Locale.ROOT))
                .matches()) {
            throw new Unfit(OfficeProblem.LINKED, "a field that fetches");
        }
    }

    private static void relationship(XMLStreamReader reader) throws Unfit {
        var type = attribute(reader, "Type");
        var external = attribute(reader, "TargetMode").equalsIgnoreCase("External");
        if (type.endsWith("/aFChunk")) {
            throw new Unfit(OfficeProblem.LINKED, "a chunk of another format");
        }
        if (external && !clicked(type, attribute(reader, "Target"))) {
            throw new Unfit(OfficeProblem.LINKED, "a relationship to elsewhere");
        }
    }

    private static boolean clicked(String type, String target) {
        return type.endsWith("/hyperlink")
                || (type.endsWith("/attachedTemplate")
                        && !target.startsWith("\\\\")
                        && OWN_TEMPLATE.matcher(target).matches());
    }

    private void contentType(String type) throws Unfit {
        if (type.contains("macroEnabled") || type.contains("vbaProject") || type.contains("macrosheet")) {
            throw new Unfit(OfficeProblem.MACROS, "a type with macros");
        }
        if (type.endsWith(MAIN)) {
            OfficeKind.ofMediaType(type.substring(0, type.length() - MAIN.length()))
                    .ifPresent(known -> kind = known);
        }
    }

    /** OpenDocument refers by {@code xlink:href}; {@code a} is a link that is clicked, {@code template} a name. */
    private static void references(String element, XMLStreamReader reader) throws Unfit {
        for (var at = 0; at < reader.getAttributeCount(); at++) {
            var name = reader.getAttributeLocalName(at);
            var value = reader.getAttributeValue(at);
            if (name.equals("href")
                    && !element.equals("a")
                    && !element.equals("template")
                    && ELSEWHERE.matcher(value).matches()) {
                throw new Unfit(OfficeProblem.LINKED, "a reference to elsewhere");
            }
            if (name.equals("formula") && FETCHING_FORMULA.matcher(value).matches()) {
                throw new Unfit(OfficeProblem.LINKED, "a formula that asks the web");
            }
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (var at = 0; at < reader.getAttributeCount(); at++) {
            if (reader.getAttributeLocalName(at).equals(name)) {
                return reader.getAttributeValue(at);
            }
        }
        return "";
    }
}
