package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.agenda.PaperFile;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.office.Converter;
import plenum.server.office.OfficeKind;
import plenum.server.office.OfficeProblem;
import plenum.server.office.Unfit;
import plenum.server.platform.Blob;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Incoming;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;
import plenum.server.platform.Sha256;

/**
 * Makes a checked PDF of whatever has come, and keeps it. An office file is kept too before it is converted, so that it
 * is there when that fails. Blocking: plain virtual threads only.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private final BlobStore blobs;
    private final PdfCheck check;
    private final OfficeFiles files;
    private final RecordTable<Conversion> conversions;
    private final Optional<Converter> converter;
    private final InstantSource clock;
    /** One that hangs does not hold up all others. */
    private final Semaphore turns = new Semaphore(2, true);

    private final ReentrantLock[] originals =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    /** @param converter empty: office files are kept and not converted */
    public Intake(BlobStore blobs, PdfCheck check, Mongo mongo, Optional<Converter> converter, InstantSource clock) {
        this.blobs = blobs;
        this.check = check;
        this.files = new OfficeFiles(mongo);
        this.conversions = new RecordTable<>(mongo, "conversions", Conversion.class, Conversion::original);
        this.converter = converter;
        this.clock = clock;
    }

    /** The checked PDF, durable. Refusal when the file is none and none can be made of it. */
    PaperFile keep(Incoming incoming, FileName name, OfficeNote note) throws IOException {
        var kind = looked(incoming, name);
        if (kind instanceof PdfVerdict.Sound sound) {
            return file(incoming.keep(), sound.pages(), name);
        }
        var original = incoming.keep();
        note.begun(original, name);
        try {
            return file(conversion(original.sha256(), office(kind), note::told), name);
        } catch (Unfit unfit) {
            note.failed(unfit.problem());
            throw unfit.problem().refusal(unfit.detail());
        }
    }

    /** The note of a file that is to become a version of a paper. */
    OfficeNote note(Coming coming) {
        return new OfficeNote() {
            @Override
            public void begun(Blob original, FileName name) {
                files.put(coming.officeFile(original, name, clock.instant()));
            }

            @Override
            public void failed(OfficeProblem problem) {
                files.find(coming.sessionId(), coming.paperId(), coming.version())
                        .ifPresent(file -> files.put(file.failed(problem.code())));
            }

            @Override
            public void told(Stage stage) {
                coming.told().accept(stage);
            }
        };
    }

    /** A PDF or an office file that is called what it is. */
    private PdfVerdict looked(Incoming incoming, FileName name) throws IOException {
        var verdict = check.check(incoming.path());
        switch (verdict) {
            case PdfVerdict.Sound sound -> {
                if (name.office().isPresent()) {
                    throw OfficeProblem.OTHER_CONTENT.refusal(sound.pages() + " pages called " + name.office());
                }
            }
            case PdfVerdict.Office office -> refuseOtherName(office.kind(), name);
            case PdfVerdict.Unsound unsound -> throw unsound.problem().refusal(unsound.detail());
        }
        return verdict;
    }

    private static OfficeKind office(PdfVerdict verdict) {
        return ((PdfVerdict.Office) verdict).kind();
    }

    private static void refuseOtherName(OfficeKind kind, FileName name) {
        if (name.office().isEmpty()) {
            throw PaperProblem.NOT_A_PDF.refusal(kind + " called a PDF");
        }
        if (!name.office().get().equals(kind)) {
            throw OfficeProblem.OTHER_CONTENT.refusal(kind + " called " + name.office());
        }
    }

    private Conversion conversion(Sha256 original, OfficeKind kind, Consumer<Stage> told) throws IOException, Unfit {
        var before = known(original);
        if (before.isPresent()) {
            return before.get();
        }
        var program = converter.orElseThrow(() -> new Unfit(OfficeProblem.NO_CONVERTER, "no LibreOffice"));
        var same = originals[Math.floorMod(original.hashCode(), originals.length)];
        if (same.isLocked() || turns.availablePermits() == 0) {
            told.accept(Stage.WAITING);
        }
        same.lock();
        try {
            var meanwhile = known(original);
            return meanwhile.isPresent() ? meanwhile.get() : inTurn(program, original, kind, told);
        } finally {
            same.unlock();
        }
    }

    private Conversion inTurn(Converter program, Sha256 original, OfficeKind kind, Consumer<Stage> told)
            throws IOException, Unfit {
        turns.acquireUninterruptibly();
        try {
            return converted(program, original, kind, told);
        } finally {
            turns.release();
        }
    }

    private Conversion converted(Converter program, Sha256 original, OfficeKind kind, Consumer<Stage> told)
            throws IOException, Unfit {
        told.accept(Stage.CONVERTING);
        var bytes = blobs.find(original).orElseThrow(() -> new IllegalStateException("bytes are missing: " + original));
        return program.convert(bytes, kind, pdf -> {
            told.accept(Stage.CHECKING);
            return keptPdf(original, pdf);
        });
    }

    private Conversion keptPdf(Sha256 original, Path pdf) throws IOException, Unfit {
        if (!(check.check(pdf) instanceof PdfVerdict.Sound sound)) {
            throw new Unfit(OfficeProblem.NOT_CONVERTED, "what LibreOffice wrote is no sound PDF");
        }
        try (var in = Files.newInputStream(pdf)) {
            var blob = blobs.put(in);
            var made = new Conversion(original.hex(), blob.sha256().hex(), blob.bytes(), sound.pages());
            LOG.info("{} became a PDF of {} pages", original, made.pages());
            return conversions.put(made) ? made : known(original).orElse(made);
        }
    }

    private Optional<Conversion> known(Sha256 original) {
        return conversions.get(original.hex()).filter(made -> isThere(new Sha256(made.pdf())));
    }

    /** It will be referred to, so nobody may sweep it before. */
    private boolean isThere(Sha256 pdf) {
        try {
            return blobs.refresh(pdf) && blobs.find(pdf).isPresent();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static PaperFile file(Conversion made, FileName name) {
        return new PaperFile(made.pages(), made.bytes(), made.pdf(), name.pdf().value());
    }

    private static PaperFile file(Blob blob, int pages, FileName name) {
        return new PaperFile(pages, blob.bytes(), blob.sha256().hex(), name.value());
    }

    /** Says that the version is there, whatever file it was made of in the end. */
    void attached(SessionId session, PaperId paper, int version) {
        files.find(session, paper, version)
                .filter(file -> !file.attached())
                .ifPresent(file -> files.put(file.attachedNow()));
    }

    /** Says of which office file the version was made that is there. */
    void madeOf(Coming coming, Blob original, FileName name) {
        files.put(coming.officeFile(original, name, clock.instant()).attachedNow());
    }

    /** Whether these bytes are the office file of the version. */
    boolean madeOf(SessionId session, PaperId paper, int version, Sha256 sha256) {
        return officeFile(session, paper, version)
                .filter(file -> file.sha256().equals(sha256.hex()))
                .isPresent();
    }

    Optional<OfficeFile> officeFile(SessionId session, PaperId paper, int version) {
        return files.find(session, paper, version);
    }

    List<OfficeFile> officeFiles(SessionId session) {
        return files.of(session);
    }

    boolean drop(SessionId session, PaperId paper, int version) {
        return files.drop(session, paper, version);
    }

    Optional<Path> bytes(OfficeFile file) {
        return blobs.find(new Sha256(file.sha256()));
    }

    InputStream read(OfficeFile file) {
        try {
            return Files.newInputStream(bytes(file).orElseThrow());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
