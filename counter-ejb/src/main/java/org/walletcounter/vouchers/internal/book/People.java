package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Claim;
import org.walletcounter.members.Members;
import org.walletcounter.vouchers.VoucherError;

/**
 * How many vouchers of a campaign somebody has had. Each one somebody gets has a number, and its journal claims the name
 * "campaign, person, number": so two requests at the same moment cannot both be the last that one may have.
 */
@Dependent
public class People {

    private static final String HAD = "SELECT member_id, count(*) AS had FROM vouchers.voucher"
            + " WHERE campaign_id = ? AND member_id = ANY (?) AND came <> 'GIFT' GROUP BY 1";

    private static final String HAD_OF = "SELECT campaign_id, count(*) AS had FROM vouchers.voucher"
            + " WHERE member_id = ? AND campaign_id = ANY (?) AND came <> 'GIFT' GROUP BY 1";

    private final Database database;
    private final Members members;

    @Inject
    public People(Database database, Members members) {
        this.database = database;
        this.members = members;
    }

    /** Refuses somebody who is not a member of the actor's merchant; nobody is refused. */
    public void requireKnown(Actor actor, @Nullable UUID member) {
        if (member != null && members.known(actor, Set.of(member)).isEmpty()) {
            throw CounterException.at("memberId", VoucherError.NO_SUCH_MEMBER);
        }
    }

    /** How many one person has had; not asked where it does not matter. */
    public long had(Campaign campaign, @Nullable UUID member) {
        if (member == null || campaign.form().quantity().perPerson() == null) {
            return 0;
        }
        return database.number(
                "SELECT count(*) FROM vouchers.voucher WHERE campaign_id = ? AND member_id = ? AND came <> 'GIFT'",
                campaign.id(),
                member);
    }

    /** How many each of these has had. */
    public Map<UUID, Long> had(Campaign campaign, Collection<UUID> members) {
        Map<UUID, Long> had = new HashMap<>();
        if (campaign.form().quantity().perPerson() != null && !members.isEmpty()) {
            database.list(
                    HAD, row -> had.put(Database.id(row, "member_id"), row.getLong("had")), campaign.id(), members);
        }
        return had;
    }

    /** How many one person has had of each of these, where it matters. */
    public Map<UUID, Long> had(Collection<Campaign> campaigns, UUID member) {
        List<UUID> limited = campaigns.stream()
                .filter(each -> each.form().quantity().perPerson() != null)
                .map(Campaign::id)
                .toList();
        Map<UUID, Long> had = new HashMap<>();
        if (!limited.isEmpty()) {
            database.list(HAD_OF, row -> had.put(Database.id(row, "campaign_id"), row.getLong("had")), member, limited);
        }
        return had;
    }

    /** The name of somebody's voucher for a year's birthday, which is one at most, if their number matters. */
    public static Optional<Claim> claimOfYear(Campaign campaign, UUID member, String year) {
        return campaign.form().quantity().perPerson() == null
                ? Optional.empty()
                : Optional.of(new Claim(
                        "voucher-person", campaign.id() + "/" + member + "/" + year, VoucherError.ENOUGH_FOR_ONE));
    }

    /** The name of somebody's n-th voucher of a campaign, if their number matters. */
    public static Optional<Claim> claim(Campaign campaign, @Nullable UUID member, int number) {
        Integer most = campaign.form().quantity().perPerson();
        if (member == null || most == null) {
            return Optional.empty();
        }
        ErrorCode whenTaken = most == number ? VoucherError.ENOUGH_FOR_ONE : KernelError.CHANGED_MEANWHILE;
        return Optional.of(new Claim("voucher-person", campaign.id() + "/" + member + "/" + number, whenTaken));
    }
}
