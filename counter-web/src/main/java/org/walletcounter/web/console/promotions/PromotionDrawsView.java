package org.walletcounter.web.console.promotions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.Lottery;
import org.walletcounter.promotions.DrawnCampaign;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** How the draws of the campaign that a page shows stand; nothing for a campaign that draws nothing or never went live. */
@Named("promotionDrawsView")
@RequestScoped
public class PromotionDrawsView {

    @Inject
    private Draws draws;

    @Inject
    private Lotteries lotteries;

    @Inject
    private CampaignPageView page;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    private boolean asked;
    private @Nullable DrawnCampaign odds;
    private Lotteries.@Nullable Figures figures;

    /** Commitment, odds and seed. */
    public @Nullable DrawnCampaign getOdds() {
        UUID id = page.getId();
        if (!asked && id != null && mayDraw()) {
            asked = true;
            look(id);
        }
        return odds;
    }

    private void look(UUID id) {
        try {
            DrawnCampaign found = draws.odds(console.getActor(), id);
            odds = found;
            figures = found.isLottery() ? lotteries.figures(console.getActor(), id) : null;
        } catch (CounterException refusal) {
            if (refusal.error() != PromotionError.NO_SUCH_CAMPAIGN) {
                throw refusal;
            }
        }
    }

    private boolean mayDraw() {
        return page.getCampaign() != null
                && (page.getCampaign().content().terms().benefit() instanceof Lottery
                        || page.getCampaign().content().terms().benefit() instanceof Benefit.RandomOff);
    }

    /** Tickets and prizes of a lottery. */
    public Lotteries.@Nullable Figures getFigures() {
        return figures;
    }

    /** How likely a prize is. */
    public String chance(String code) {
        return odds != null && odds.editions().get(0).benefit() instanceof Lottery lottery
                ? lottery.prize(code)
                        .map(each -> show.number(each.weight()) + " / " + show.number(lottery.weights()))
                        .orElse("")
                : "";
    }
}
