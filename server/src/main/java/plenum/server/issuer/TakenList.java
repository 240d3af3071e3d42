package plenum.server.issuer;

import java.util.List;

/** Who has taken a token. What a call has written survives the death of the process. Blocks; thread-safe. */
public interface TakenList {
    /** Notes it unless the person has one of this poll; returns the one that stands. */
    Taken note(Taken taken);

    /** Of one poll, by person. */
    List<Taken> of(String poll);
}
