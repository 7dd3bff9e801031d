package org.walletcounter.web.api.loyalty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.Liability;
import org.walletcounter.loyalty.MemberTier;
import org.walletcounter.loyalty.PointsBalance;
import org.walletcounter.loyalty.Segment;

/** What answers about loyalty carry, where it is not a door's own record. */
public interface Shown {

    /** A month in which points lapse, as "2027-03"; null for never. */
    record Month(@Nullable String month, int members, long points, long pending, Money worth) {
        static Month of(Liability owed) {
            return new Month(
                    owed.month() == null ? null : owed.month().toString(),
                    owed.members(),
                    owed.points(),
                    owed.pending(),
                    owed.worth());
        }
    }

    /** A segment with its groups named. */
    record Group(
            @Nullable UUID id,
            String code,
            String nameEn,
            String nameZh,
            int version,
            @Nullable Integer members,
            List<Any> all) {
        static Group of(Segment segment) {
            return new Group(
                    segment.id(),
                    segment.code(),
                    segment.nameEn(),
                    segment.nameZh(),
                    segment.version(),
                    segment.members(),
                    segment.all().stream().map(Any::new).toList());
        }
    }

    /** Conditions of which one must hold. */
    record Any(List<Segment.Condition> any) {}

    /** A customer's own points and tier. */
    record Mine(List<PointsBalance> points, MemberTier tier) {}

    /** The number of what was made. */
    record Made(UUID id) {}
}
