package plenum.server.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plenum.server.form.Face;

/**
 * Fonts of a conversion: our own Times, which has all letters of Vietnamese, and those of the machine. Debian's first
 * Liberation has not: a word would be drawn with two fonts, and its letters would stand in the PDF in another order.
 */
final class Fonts {
    private static final String SETTINGS = """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
            <fontconfig>
            <dir>%1$s/fonts</dir>
            <selectfont><rejectfont><glob>/usr/share/fonts/truetype/liberation/*</glob></rejectfont></selectfont>
            <alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias>
            <alias binding="same"><family>Liberation Sans</family><prefer><family>Arial</family><family>Liberation Sans</family><family>Noto Sans</family></prefer></alias>
            <alias binding="same"><family>Arial</family><prefer><family>Arial</family><family>Liberation Sans</family><family>Noto Sans</family></prefer></alias>
            <alias binding="same"><family>Calibri</family><prefer><family>Calibri</family><family>Carlito</family><family>Noto Sans</family></prefer></alias>
            <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
            <cachedir>%1$s/font-cache</cachedir>
            </fontconfig>
            """;

    private Fonts() {}

    static void write(Path desk) throws IOException {
        Face.copyAll(Files.createDirectory(desk.resolve("fonts")));
        Files.writeString(settings(desk), SETTINGS.formatted(desk));
    }

    static Path settings(Path desk) {
        return desk.resolve("fonts.conf");
    }
}
