package org.walletcounter.loyalty.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.loyalty.MemberStanding;
import org.walletcounter.loyalty.MemberStandings;

/** The standings' door in the server. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MemberStandingsBean implements MemberStandings {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    WarmStandings warm;

    @Override
    public MemberStanding of(UUID merchantId, UUID memberId) {
        return warm.of(merchantId, memberId, () -> new JdbcStandings(new Db(database)).of(merchantId, memberId));
    }
}
