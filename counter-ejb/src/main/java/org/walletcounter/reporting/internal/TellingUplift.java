package org.walletcounter.reporting.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.reporting.Uplift;
import org.walletcounter.reporting.Uplift.Measure;
import org.walletcounter.reporting.internal.uplift.UpliftQuery;

/**
 * Tells on paper what promotions changed that are kept from some members: a paragraph each, in the words of the promotion's
 * own page. Each costs a pass over the members and the sales of its days, so there are twenty of them at most, those that cost
 * most; how many were left out is said.
 */
class TellingUplift {

    private static final int MOST = 20;
    private static final int BASIS_POINT_DIGITS = 4;
    private static final int TEN_PER_CENT = 1000;

    private static final String REACHED =
            "SELECT campaign_id, max(name_en) AS en, max(name_zh) AS zh FROM reporting.campaign_figures(?, ?, ?, ?)"
                    + " WHERE currency = ? AND kind = 'PROMOTION' AND party = '' GROUP BY 1"
                    + " ORDER BY sum(reduction - undone) DESC, 1";

    private final DataSource books;
    private final Function<UUID, List<CampaignView>> versions;

    /** Tells from these books; {@code versions} are a campaign's, the newest first. */
    TellingUplift(DataSource books, Function<UUID, List<CampaignView>> versions) {
        this.books = books;
        this.versions = versions;
    }

    private record Reached(UUID id, String name) {}

    /** The paragraphs, with the names in bold by Jasper's markup; empty if nothing can be compared. */
    String told(ReportScope scope, ResourceBundle texts) throws SQLException {
        List<String> paragraphs = new ArrayList<>();
        Words words = new Words(scope, texts);
        int unread = 0;
        for (Reached promotion : reached(scope)) {
            if (paragraphs.size() < MOST) {
                read(scope, promotion.id())
                        .ifPresent(uplift -> paragraphs.add("<style isBold=\"true\">" + marked(promotion.name())
                                + "</style>\n" + marked(words.of(uplift))));
            } else {
                unread++;
            }
        }
        if (unread > 0) {
            paragraphs.add(marked(words.say("uplift.unread", unread)));
        }
        return String.join("\n\n", paragraphs);
    }

    private Optional<Uplift> read(ReportScope scope, UUID campaign) throws SQLException {
        UUID store = scope.store() == null ? null : scope.store().id();
        return new UpliftQuery(books)
                .read(new UpliftQuery.Asked(
                        scope.merchant(), store, versions.apply(campaign), scope.from(), scope.to()));
    }

    private List<Reached> reached(ReportScope scope) throws SQLException {
        List<Reached> all = new ArrayList<>();
        try (Connection connection = books.getConnection();
                PreparedStatement select = connection.prepareStatement(REACHED)) {
            select.setObject(1, scope.merchant().id());
            select.setObject(2, scope.from());
            select.setObject(3, scope.to());
            select.setObject(4, scope.store() == null ? null : scope.store().id(), java.sql.Types.OTHER);
            select.setString(5, scope.currency());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Reached(
                            row.getObject("campaign_id", UUID.class),
                            row.getString(scope.language().getLanguage().equals("zh") ? "zh" : "en")));
                }
            }
        }
        return all;
    }

    private static String marked(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What is said of one, in a language. */
    private record Words(ReportScope scope, ResourceBundle texts) {

        String of(Uplift uplift) {
            Measure turnover = uplift.main();
            String shown =
                    say("uplift.groups", share(uplift.share()), uplift.without().members());
            String about = sentence(turnover);
            if (turnover.verdict() == Uplift.Verdict.TOO_FEW) {
                return joined(about, shown);
            }
            String money = say(
                    "uplift.money",
                    money(turnover.with()),
                    money(turnover.without()),
                    money(turnover.difference()),
                    money(turnover.low()),
                    money(turnover.high()));
            return joined(about, money, shown);
        }

        /** Chinese puts nothing between sentences. */
        private String joined(String... sentences) {
            return String.join(scope.language().getLanguage().equals("zh") ? "" : " ", sentences);
        }

        private String sentence(Measure measure) {
            Uplift.Change change = measure.change();
            String verdict = measure.verdict().name().toLowerCase(Locale.ROOT);
            if (measure.verdict() == Uplift.Verdict.TOO_FEW) {
                return say("uplift.tooFew", Uplift.FEWEST_BUYERS);
            }
            if (change == null) {
                return say("uplift.absolute." + verdict);
            }
            return switch (measure.verdict()) {
                case MORE -> say("uplift.more", share(change.about()), share(change.low()), share(change.high()));
                case LESS -> say("uplift.less", share(-change.about()), share(-change.high()), share(-change.low()));
                case UNCLEAR, TOO_FEW -> say("uplift.unclear", signed(change.low()), signed(change.high()));
            };
        }

        private String say(String key, Object... values) {
            return new MessageFormat(texts.getString(key), scope.language()).format(values);
        }

        private String money(long minor) {
            DecimalFormat format = new DecimalFormat(scope.money(), DecimalFormatSymbols.getInstance(scope.language()));
            return format.format(BigDecimal.valueOf(minor, scope.decimals())).replace('-', '−');
        }

        private String signed(long basisPoints) {
            return (basisPoints > 0 ? "+" : "") + share(basisPoints);
        }

        /** Basis points in per cent, with one decimal below ten per cent, as on the promotion's page. */
        private String share(long basisPoints) {
            NumberFormat format = NumberFormat.getPercentInstance(scope.language());
            format.setMaximumFractionDigits(Math.abs(basisPoints) < TEN_PER_CENT ? 1 : 0);
            return format.format(BigDecimal.valueOf(basisPoints, BASIS_POINT_DIGITS))
                    .replace('-', '−');
        }
    }
}
