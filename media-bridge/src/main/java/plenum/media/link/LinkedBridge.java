package plenum.media.link;

import java.util.concurrent.CompletionStage;
import plenum.media.api.ConferenceId;
import plenum.media.api.MediaBridge;

/** A bridge that carries a conference together with others, to which it is joined by links. */
public interface LinkedBridge extends MediaBridge {
    /**
     * Lets another bridge join a conference: the upper end of a link, in place of an older one of the same name.
     *
     * @param name of the other bridge
     * @return for the other bridge alone
     */
    CompletionStage<LinkTicket> openLink(ConferenceId conference, String name);

    /**
     * Joins a conference to the same one of another bridge, whose ticket it is: the lower end of a link, in place of an
     * older one of the same name. Repeated with the same ticket it changes nothing; after the link was closed, or
     * either bridge began anew, it takes a new ticket.
     */
    CompletionStage<Void> dialLink(ConferenceId conference, String name, LinkTicket ticket);

    /** Ends a link; one that does not exist is no error. */
    CompletionStage<Void> closeLink(ConferenceId conference, String name);

    /** What this end has given to the other. */
    CompletionStage<LinkStats> linkStats(ConferenceId conference, String name);
}
