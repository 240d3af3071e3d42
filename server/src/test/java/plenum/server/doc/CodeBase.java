package plenum.server.doc;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.kernel.Problem;

/** What the documents may speak of, found in the server's classes. */
final class CodeBase {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("plenum.server");

    private CodeBase() {}

    /** Of all enums that implement {@link Problem.Code}. */
    static Set<ProblemRow> problems() {
        return CLASSES.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Problem.Code.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(constant -> ProblemRow.of((Problem.Code) constant))
                .collect(Collectors.toSet());
    }

    /** Names of all constants of all enums. */
    static Set<String> words() {
        return CLASSES.stream()
                .filter(JavaClass::isEnum)
                .flatMap(type -> type.getEnumConstants().stream())
                .map(JavaEnumConstant::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code Outer.Inner} for each type, and the same with a dot and the name for each of its fields. */
    static Set<String> identifiers() {
        return CLASSES.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(nameOf(type)),
                        type.getFields().stream().map(field -> nameOf(type) + "." + field.getName())))
                .collect(Collectors.toSet());
    }

    private static String nameOf(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
