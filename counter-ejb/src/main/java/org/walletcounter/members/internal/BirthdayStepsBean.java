package org.walletcounter.members.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.Birthdays;
import org.walletcounter.merchants.Merchants;

/** The steps of announcing birthdays, over {@code members.member} and {@code members.birthday_round}. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BirthdayStepsBean implements BirthdaySteps {

    private static final int SOME = 500;

    /** A counter that stood still for longer does not congratulate on what everybody has forgotten. */
    private static final int LOOKED_BACK = 31;

    @Inject
    BirthdayRecords records;

    @Inject
    Merchants merchants;

    @Inject
    Parameters parameters;

    @Inject
    Outbox outbox;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public boolean mark(UUID merchantId) {
        List<Member> unmarked = records.unmarked(merchantId, SOME);
        unmarked.forEach(member -> member.markBirthday(vault));
        return unmarked.size() == SOME;
    }

    /**
     * The row of the merchant's round is locked, so that another node takes the next ones and never believes that all is
     * done while this one may still fail.
     */
    @Override
    public int announce(UUID merchantId) {
        LocalDateTime now = LocalDateTime.ofInstant(
                clock.instant(), merchants.merchant(merchantId).zone());
        if (now.getHour() < parameters.value(MemberRules.BIRTHDAY_HOUR, merchantId)) {
            return 0;
        }
        LocalDate today = now.toLocalDate();
        LocalDate from = from(records.lookedOn(merchantId, today), today);
        LocalDate until = today.plusDays(parameters.value(MemberRules.BIRTHDAY_AHEAD, merchantId));
        int announced = 0;
        for (DaysKept kept : DaysKept.between(from, until)) {
            List<UUID> members = records.take(merchantId, kept, SOME - announced);
            members.forEach(member -> announce(merchantId, member, kept.year()));
            announced += members.size();
        }
        if (announced == 0) {
            records.look(merchantId, today);
        }
        return announced;
    }

    /** The day of the last round is looked at again: somebody may have told their birthday after it. */
    private static LocalDate from(LocalDate lookedOn, LocalDate today) {
        LocalDate longest = today.minusDays(LOOKED_BACK);
        LocalDate from = lookedOn.isBefore(longest) ? longest : lookedOn;
        return from.isAfter(today) ? today : from;
    }

    private void announce(UUID merchantId, UUID memberId, int year) {
        String json = Json.createObjectBuilder()
                .add("merchantId", merchantId.toString())
                .add("memberId", memberId.toString())
                .add("year", year)
                .build()
                .toString();
        outbox.put(Birthdays.TOPIC, memberId, json);
    }
}
