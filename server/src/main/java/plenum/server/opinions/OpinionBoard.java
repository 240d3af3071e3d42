package plenum.server.opinions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Member;

/** Who has given an opinion on what: schema OpinionBoard. */
record OpinionBoard(List<OfItem> items) {
    OpinionBoard {
        items = List.copyOf(items);
    }

    /** @param open whether opinions are still taken in time */
    record OfItem(String itemId, boolean open, List<OfMember> members) {
        OfItem {
            members = List.copyOf(members);
        }
    }

    /** @param opinion absent: not given yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfMember(
            String personId,
            String name,
            @Nullable String group,
            @Nullable OpinionView opinion) {
        static OfMember of(Member member, @Nullable Opinion opinion) {
            return new OfMember(
                    member.personId().value(),
                    member.name(),
                    member.group(),
                    opinion == null ? null : OpinionView.of(opinion));
        }
    }
}
