package plenum.server.ballots;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import plenum.server.kernel.LineId;

/** A count of all sheets, as one teller keyed it or as both agreed. */
public record Count(int collected, int valid, int invalid, List<LineCount> lines) {
    public Count {
        lines = List.copyOf(lines);
    }

    public LineCount of(LineId line) {
        return lines.stream()
                .filter(one -> one.lineId().equals(line))
                .findFirst()
                .orElseThrow();
    }

    /** Where another count of the same lines has another number; the numbers themselves are not told. */
    List<Place> differences(Count other) {
        var places = new ArrayList<Place>();
        add(places, Place.COLLECTED, collected != other.collected);
        add(places, Place.VALID, valid != other.valid);
        add(places, Place.INVALID, invalid != other.invalid);
        lines.forEach(line -> places.addAll(differences(line, other.of(line.lineId()))));
        return List.copyOf(places);
    }

    private static List<Place> differences(LineCount one, LineCount other) {
        var options = new LinkedHashSet<>(one.marks().keySet());
        options.addAll(other.marks().keySet());
        var places = new ArrayList<Place>();
        options.forEach(
                option -> add(places, new Place(one.lineId(), option.name()), one.of(option) != other.of(option)));
        add(places, new Place(one.lineId(), Place.INVALID.field()), one.invalid() != other.invalid());
        return places;
    }

    private static void add(List<Place> places, Place place, boolean differs) {
        if (differs) {
            places.add(place);
        }
    }
}
