package plenum.media.net;

/** Something that runs again and again until cancelled. */
public interface Cancellable {
    /** From any thread; a run that has begun goes on to its end. */
    void cancel();
}
