package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.app.Config.BadConfig;
import plenum.server.app.Config.MediaMode;
import plenum.server.app.Config.TlsMode;

final class ConfigTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void nothingGivenIsTheDefaults() throws BadConfig {
        assertThat(read()).isEqualTo(Config.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plenum.sample.json", "plenum.operator-tls.sample.json"})
    void theSamplesThatAreShippedAreRead(String sample) throws BadConfig {
        var config = Config.read(Path.of("..", "deploy", "conf", sample));
        assertThat(config.listen().host()).isEqualTo("0.0.0.0");
        assertThat(config.publicUrl()).startsWith("https://");
        assertThat(config.store()).isEqualTo(Config.defaults().store());
    }

    @Test
    void anOptionChangesWhatTheFileSaysAndTheFileWhatIsUsual() throws BadConfig, IOException {
        var file = file("""
                {"listen": {"host": "0.0.0.0"}, "media": {"port": 11000, "addresses": ["10.0.0.1"]}, // a remark
                 "store": {"uri": "mongodb://a", "papers": true}}""");
        var config = read("--config", file, "--port", "9000", "--media-address", "10.0.0.2", "--tls", "--demo");
        assertThat(config.listen()).isEqualTo(new Config.Listen("0.0.0.0", 9000));
        assertThat(config.media().port()).isEqualTo(11_000);
        assertThat(config.media().addresses()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(config.tls().mode()).isEqualTo(TlsMode.LOCAL_AUTHORITY);
        assertThat(config.tls().port()).isEqualTo(8443);
        assertThat(config.demo()).isTrue();
        assertThat(read("--config", file, "--store", "mongodb://b").store())
                .isEqualTo(new Config.Store("mongodb://b", true));
        assertThat(read("--no-media").media().mode()).isEqualTo(MediaMode.OFF);
        assertThat(config.rebuildSearch()).isFalse();
        assertThat(read("--config", file, "--rebuild-search").rebuildSearch()).isTrue();
    }

    @Test
    void branchesOfTheMediaAreRead() throws BadConfig, IOException {
        var media = read("--config", file("""
                {"media": {"branches": [
                   {"region": "huyen-1", "url": "wss://10.1.0.5:10080", "tokenFile": "a"},
                   {"region": "xa-1", "parent": "huyen-1", "url": "wss://10.2.0.5:10080", "tokenFile": "b"}],
                 "regions": {"xa-mot": "xa-1"}}}""")).media();
        assertThat(media.branches())
                .extracting(Config.Branch::region, Config.Branch::parent)
                .containsExactly(tuple("huyen-1", null), tuple("xa-1", "huyen-1"));
        assertThat(media.regions()).isEqualTo(Map.of("xa-mot", "xa-1"));
    }

    @Test
    void sparesStandByARemoteBridge() throws BadConfig, IOException {
        var media = read("--config", file("""
                {"media": {"mode": "remote", "url": "wss://10.1.0.5:10080", "tokenFile": "a",
                 "spares": [{"url": "wss://10.1.0.6:10080", "tokenFile": "b"}]}}""")).media();
        assertThat(media.spares()).containsExactly(new Config.Spare("wss://10.1.0.6:10080", Path.of("b"), null));
    }

    @Test
    void videobridgesAreRead() throws BadConfig, IOException {
        var media = read("--config", file("""
                {"media": {"mode": "jitsi", "jitsi": {"region": "bac", "pictures": 12, "bridges": [
                   {"url": "http://10.1.0.7:8080"}, {"url": "http://10.1.0.8:8080", "region": "bac"}]}}}""")).media();
        assertThat(media.jitsi())
                .isEqualTo(new Config.Jitsi(
                        List.of(
                                new Config.Videobridge("http://10.1.0.7:8080", null, null),
                                new Config.Videobridge("http://10.1.0.8:8080", "bac", null)),
                        "bac",
                        null,
                        12,
                        null));
    }

    @Test
    void videobridgesStandInATreeOfRegionsAndUnitsAreAtThem() throws BadConfig, IOException {
        var media = read("--config", file("""
                {"media": {"mode": "jitsi", "regions": {"xa-1": "bac"}, "jitsi": {"bridges": [
                   {"url": "http://10.1.0.7:8080", "region": "tinh"},
                   {"url": "http://10.1.0.8:8080", "region": "bac", "above": "tinh"}]}}}""")).media();
        assertThat(media.regions()).containsEntry("xa-1", "bac");
        assertThat(Objects.requireNonNull(media.jitsi()).bridges().getLast().above())
                .isEqualTo("tinh");
    }

    @Test
    void theEnvironmentNamesTheStore() throws BadConfig {
        var config = Options.read(new String[0], Map.of("PLENUM_MONGO_URI", "mongodb://c"));
        assertThat(config.store().uri()).isEqualTo("mongodb://c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"listen\": {\"prot\": 1}}                         | listen.prot",
                "{\"tls\": {\"mode\": \"perhaps\"}}                  | local-authority",
                "{\"listen\": {\"port\": \"many\"}}                  | port",
                "{\"offline\": {\"hours\": 1000}}                    | 1 to 720",
                "{\"store\": {\"papers\": true}}                     | store.uri",
                "{\"demo\": true, \"demo\": false}                   | demo",
                "{\"media\": {\"mode\": \"remote\"}}                 | media.url",
                "{\"media\": {\"branches\": [{\"region\": \"a\"}]}}   | url and tokenFile",
                "{\"media\": {\"spares\": [{\"url\": \"wss://a\", \"tokenFile\": \"b\"}]}} | media.spares",
                "{\"media\": {\"mode\": \"jitsi\"}}                  | media.jitsi",
                "{\"media\": {\"mode\": \"jitsi\", \"jitsi\": {}}}    | at least one",
                "{\"media\": {\"mode\": \"jitsi\", \"jitsi\": {\"bridges\": [{}]}}} | needs url",
                "{\"media\": {\"mode\": \"jitsi\", \"jitsi\": {\"bridges\": [{\"url\": \"http://a\", \"above\": \"b\"}]}}} | above",
                "{\"media\": {\"regions\": {\"xa-1\": \"a\"}}}        | media.regions",
                "[1]                                                 | plenum.json",
            })
    void whatIsWrongInTheFileIsNamed(String text, String named) throws IOException {
        var file = file(text);
        assertThatThrownBy(() -> read("--config", file))
                .isInstanceOf(BadConfig.class)
                .hasMessageContaining(named)
                .hasMessageContaining("plenum.json");
    }

    @Test
    void whatIsWrongOnTheCommandLineIsNamed() {
        assertThatThrownBy(() -> read("--prot", "1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> read("--port", "99999")).hasMessageContaining("--port");
        assertThatThrownBy(() -> read("--data")).hasMessageContaining("--data");
        assertThatThrownBy(() -> read("--config", "/nowhere.json")).hasMessageContaining("/nowhere.json");
    }

    private String file(String text) throws IOException {
        return Files.writeString(directory.resolve("plenum.json"), text).toString();
    }

    private static Config read(String... arguments) throws BadConfig {
        return Options.read(arguments, Map.of());
    }
}
