package plenum.server.demo;

import java.util.List;

/** Everything that the papers speak of, computed once; all tables and sentences draw on it and so agree. */
record Data(
        List<DemoUnit> units,
        List<DemoPerson> people,
        List<DemoItem> items,
        List<Locality> places,
        Budget budget,
        List<Work> works,
        List<Parcel> parcels,
        List<Schooling> schooling,
        List<Share> shares,
        List<Staff> staff) {
    static Data of(List<DemoUnit> units, List<DemoPerson> people, List<DemoItem> items) {
        List<Locality> places = Locality.of(units);
        List<Work> works = Work.of(places);
        return new Data(
                units,
                people,
                items,
                places,
                Budget.of(places),
                works,
                Parcel.of(works),
                Schooling.of(places),
                Share.of(places),
                Staff.of(places));
    }

    List<Work> worksIn(String place) {
        return works.stream().filter(work -> work.place().equals(place)).toList();
    }

    DemoPerson person(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
