package plenum.media.sfu;

import java.util.List;
import plenum.media.api.EndpointId;

/** What an endpoint hears: who is in which of its voice slots. */
final class Listener {
    private final EndpointId owner;
    private final boolean echo;
    private final List<Voice> voices;
    private final StickySlots<Microphone> slots;
    private boolean changed = true;

    /** @param echo it hears itself */
    Listener(EndpointId owner, boolean echo, List<Voice> voices) {
        this.owner = owner;
        this.echo = echo;
        this.voices = voices;
        slots = new StickySlots<>(voices.size());
    }

    /** Those are heard in the conference now. */
    void hear(List<Microphone> heard) {
        boolean other = slots.choose(heard.stream()
                .filter(microphone -> echo || !microphone.owner().equals(owner))
                .toList());
        for (int i = 0; other && i < voices.size(); i++) {
            voices.get(i).carry(slots.carried().get(i));
        }
        changed |= other;
    }

    List<Voice> voices() {
        return voices;
    }

    /** Whether any slot changed since this was asked. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }
}
