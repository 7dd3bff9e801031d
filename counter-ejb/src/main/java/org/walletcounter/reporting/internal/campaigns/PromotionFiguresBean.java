package org.walletcounter.reporting.internal.campaigns;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.reporting.CampaignResult;
import org.walletcounter.reporting.CampaignSale;
import org.walletcounter.reporting.PromotionFigures;
import org.walletcounter.reporting.ReportingError;
import org.walletcounter.reporting.Uplift;
import org.walletcounter.reporting.internal.uplift.UpliftQuery;

/** Campaigns' results behind their door. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"manager", "analyst", "administrator"})
public class PromotionFiguresBean implements PromotionFigures {

    private static final int LONGEST_SPAN = 366;
    private static final int LONGEST_PAGE = 200;
    private static final UUID NEWEST = new UUID(-1L, -1L);

    @Resource(lookup = "java:jboss/datasources/CounterReadDS")
    private DataSource books;

    @Inject
    private Merchants merchants;

    @Inject
    private Campaigns campaigns;

    @Override
    public CampaignResult campaign(Actor actor, UUID campaignId, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > LONGEST_SPAN) {
            throw CounterException.at("to", ReportingError.SPAN_INVALID, LONGEST_SPAN);
        }
        CampaignQuery.Asked asked =
                new CampaignQuery.Asked(merchants.merchant(actor.merchantId()), actor.storeId(), campaignId, from, to);
        try {
            CampaignResult result = new CampaignQuery(books)
                    .read(asked)
                    .orElseThrow(() -> new CounterException(ReportingError.NO_SUCH_CAMPAIGN));
            return result.kind() == CampaignResult.Kind.PROMOTION ? result.with(uplift(actor, asked)) : result;
        } catch (SQLException failure) {
            CampaignsLog.LOG.notRead(failure);
            throw new CounterException(KernelError.UNAVAILABLE);
        }
    }

    @Override
    public Page<CampaignSale> sales(Actor actor, UUID campaignId, @Nullable String after, int limit) {
        LocalDate unused = LocalDate.EPOCH;
        CampaignQuery.Asked asked = new CampaignQuery.Asked(
                merchants.merchant(actor.merchantId()), actor.storeId(), campaignId, unused, unused);
        UUID before = before(after);
        try {
            if (!new CampaignQuery(books).isThere(asked)) {
                throw new CounterException(ReportingError.NO_SUCH_CAMPAIGN);
            }
            return new ReachedSales(books).page(asked, before, Math.max(1, Math.min(limit, LONGEST_PAGE)));
        } catch (SQLException failure) {
            CampaignsLog.LOG.notRead(failure);
            throw new CounterException(KernelError.UNAVAILABLE);
        }
    }

    private static UUID before(@Nullable String after) {
        try {
            return after == null ? NEWEST : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }

    private @Nullable Uplift uplift(Actor actor, CampaignQuery.Asked asked) throws SQLException {
        return new UpliftQuery(books)
                .read(new UpliftQuery.Asked(
                        asked.merchant(),
                        asked.store(),
                        campaigns.versions(actor, asked.campaign()),
                        asked.from(),
                        asked.to()))
                .orElse(null);
    }
}
