package plenum.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import plenum.server.form.Press;

/** Writes the papers of the demo session into a directory, with an index; papers that are there already stay. */
public final class DemoPapers {
    private static final String INDEX = "index.txt";

    private DemoPapers() {}

    /** The directory is the one argument. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) throw new IllegalArgumentException("DemoPapers <directory>");
        int written = write(Path.of(arguments[0]));
        System.out.println("demo papers: " + written + " written to " + arguments[0]);
    }

    /** Returns how many were written. The index has a line for each paper: file name, kind, item, title. */
    public static int write(Path directory) throws IOException {
        List<DemoPaper> papers = DemoProvince.load().session().papers();
        Press press = new Press();
        int written = 0;
        Files.createDirectories(directory);
        StringBuilder index = new StringBuilder();
        for (DemoPaper paper : papers) {
            Path file = directory.resolve(paper.fileName());
            if (!Files.exists(file)) {
                place(file, paper.pdf(press));
                written++;
            }
            index.append(String.join(
                            "|",
                            paper.fileName(),
                            paper.kind().name(),
                            paper.item().value(),
                            paper.title()))
                    .append('\n');
        }
        place(directory.resolve(INDEX), index.toString().getBytes(StandardCharsets.UTF_8));
        return written;
    }

    /** A file is there whole or not at all. */
    private static void place(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
