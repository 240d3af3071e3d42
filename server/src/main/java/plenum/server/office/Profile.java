package plenum.server.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings of LibreOffice for one conversion: no macros, no links, numbers and dates as in Viet Nam. */
final class Profile {
    /** A PDF for reading: with outline and tags, without forms. */
    static final String PDF_OPTIONS = "{\"ExportFormFields\":{\"type\":\"boolean\",\"value\":\"false\"},"
            + "\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"},"
            + "\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";

    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
            <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
            </oor:items>
            """;

    private Profile() {}

    static void write(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("user"));
        Files.writeString(directory.resolve("user/registrymodifications.xcu"), SETTINGS);
    }
}
