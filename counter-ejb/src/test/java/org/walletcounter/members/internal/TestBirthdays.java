package org.walletcounter.members.internal;

import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.members.Birthdays;

/** The real search for birthdays in the database that tests share, for members whose rows a test has written. */
public final class TestBirthdays implements Birthdays {

    private final Vault vault = new Vault(MembersFixture.keys());
    private final BirthdayRecords records = new BirthdayRecords(vault);

    /** The search. */
    public TestBirthdays() {
        records.database = MembersFixture.PERSISTENCE.current();
    }

    /** Makes a member found by a day, as if it had been told. */
    public void born(UUID merchantId, UUID memberId, String day) {
        MembersFixture.PERSISTENCE.inNew(() -> records.database
                .createNativeQuery(
                        "update members.member set birthday_sealed = :sealed, birthday_index = :mark where id = :id")
                .setParameter("sealed", new byte[] {0})
                .setParameter("mark", Member.birthdayMark(vault, merchantId, MonthDay.parse(day)))
                .setParameter("id", memberId)
                .executeUpdate());
    }

    @Override
    public List<UUID> bornOn(UUID merchantId, Set<MonthDay> days) {
        return MembersFixture.PERSISTENCE.inNew(() -> records.bornOn(merchantId, days));
    }
}
