package plenum.server.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns office files into PDF by LibreOffice, each in a process with a profile of its own that is killed when its time
 * is over. Thread-safe; calls block. Few at a time are enough for a machine that has other things to do.
 */
public final class Converter {
    private static final Logger LOG = LoggerFactory.getLogger(Converter.class);
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/soffice"),
            Path.of("/usr/lib/libreoffice/program/soffice"),
            Path.of("/opt/libreoffice/program/soffice"));
    private final Path program;
    private final Duration limit;
    private final Confinement confinement;

    Converter(Path program, Duration limit, List<Path> hidden) {
        this.program = program;
        this.limit = limit;
        this.confinement = new Confinement(hidden);
    }

    /**
     * LibreOffice of this machine; empty when none is installed.
     *
     * @param hidden directories that it must not see
     */
    public static Optional<Converter> installed(List<Path> hidden) {
        return PLACES.stream().filter(Files::isExecutable).findFirst().map(found -> at(found, hidden));
    }

    /**
     * LibreOffice where the operator says that it is.
     *
     * @param program {@code soffice}
     * @param hidden directories that it must not see
     */
    public static Converter at(Path program, List<Path> hidden) {
        return new Converter(program, LIMIT, hidden);
    }

    boolean confined() {
        return confinement.whole();
    }

    /** What is done with the PDF before it is gone. */
    public interface Use<R> {
        R of(Path pdf) throws IOException, Unfit;
    }

    /** Unfit is NOT_CONVERTED or TOO_SLOW, or what the use throws. */
    public <R> R convert(Path original, OfficeKind kind, Use<R> use) throws IOException, Unfit {
        var desk = Files.createTempDirectory("plenum-office");
        try {
            var file = desk.resolve("paper" + kind.extension());
            Files.copy(original, file, StandardCopyOption.REPLACE_EXISTING);
            Profile.write(desk.resolve("profile"));
            Fonts.write(desk);
            var from = System.nanoTime();
            run(desk, kind, file);
            var pdf = desk.resolve("paper.pdf");
            if (!Files.isRegularFile(pdf) || Files.size(pdf) == 0) {
                throw new Unfit(OfficeProblem.NOT_CONVERTED, "LibreOffice wrote nothing");
            }
            LOG.info(
                    "converted {} bytes of {} in {} ms",
                    Files.size(file),
                    kind,
                    (System.nanoTime() - from) / 1_000_000);
            return use.of(pdf);
        } finally {
            clear(desk);
        }
    }

    private void run(Path desk, OfficeKind kind, Path file) throws IOException, Unfit {
        var builder = new ProcessBuilder(confinement.command((int) limit.toSeconds(), command(desk, kind, file)))
                .directory(desk.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().put("HOME", desk.toString());
        builder.environment().put("TMPDIR", desk.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("FONTCONFIG_FILE", Fonts.settings(desk).toString());
        builder.environment().put("SAL_USE_VCLPLUGIN", "svp");
        var process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unfit(OfficeProblem.TOO_SLOW, "no PDF within " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        } finally {
            end(process);
        }
    }

    private List<String> command(Path desk, OfficeKind kind, Path file) {
        return List.of(
                program.toString(),
                "-env:UserInstallation=" + desk.resolve("profile").toUri(),
                "--headless",
                "--invisible",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                "--nofirststartwizard",
                "--convert-to",
                "pdf:" + kind.filter() + ":" + Profile.PDF_OPTIONS,
                "--outdir",
                desk.toString(),
                file.toString());
    }

    /** The children first: once their parent is gone nobody knows them. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void clear(Path desk) throws IOException {
        try (var all = Files.walk(desk)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
