package plenum.media.jitsi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Mapping;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceKind;

/** What the focus keeps of one endpoint. Its conference's lane only. */
final class JitsiEndpoint {
    final EndpointId id;
    final EndpointSpec spec;
    final List<String> slots;
    final SlotMap map;
    final LineWatch line = new LineWatch();
    Permission permission;
    ReceiverConstraints wanted = ReceiverConstraints.NOTHING;
    List<Colibri.MediaSource> sources = List.of(); // all it told of
    List<Mapping> mapped = List.of(); // as last told
    private @Nullable Meeting at;
    boolean answered;
    boolean everConnected;
    boolean connected;
    boolean gone;

    JitsiEndpoint(EndpointId id, EndpointSpec spec, List<String> slots) {
        this.id = id;
        this.spec = spec;
        this.slots = slots;
        this.map = new SlotMap(slots);
        this.permission = spec.permission();
    }

    /** Where it is; null: nowhere yet. */
    @Nullable
    Meeting at() {
        return at;
    }

    void cameTo(Meeting meeting) {
        at = meeting;
    }

    /** As the bridge is to make it: muted from the beginning where nothing is permitted. */
    Colibri.Endpoint newcomer() {
        return Colibri.Endpoint.newcomer(id.value(), Medias.ALL, forceMute(), spec.videoSlots());
    }

    /** What it sends and may. */
    Colibri.Endpoint sending() {
        return Colibri.Endpoint.sending(id.value(), permitted(), forceMute());
    }

    Colibri.Endpoint connected(Colibri.IceUdp remote) {
        var all = sending();
        var transport = Colibri.Endpoint.connection(id.value(), remote).transport();
        return new Colibri.Endpoint(
                all.id(), null, null, null, null, null, transport, all.sources(), all.forceMute(), null);
    }

    /** A bridge mutes all pictures or none: a source that alone is not permitted is not told of. */
    List<Colibri.MediaSource> permitted() {
        return sources.stream().filter(this::permitted).toList();
    }

    private boolean permitted(Colibri.MediaSource source) {
        return SourceNames.parse(source.id())
                .filter(name -> name.kind() == SourceKind.MICROPHONE || permission.permits(name.kind()))
                .isPresent();
    }

    private Colibri.ForceMute forceMute() {
        return new Colibri.ForceMute(!permission.microphone(), !permission.camera() && !permission.screen());
    }
}
