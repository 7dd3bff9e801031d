package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.Reckoning.Booked;
import org.walletcounter.it.Reckoning.Heard;

/** Watches the crash test's watchman: a log or a book that is wrong in one way gives exactly the finding of it. */
class ReckoningTest {

    private final Sale cash = sale(500, null);
    private final Sale wallet = sale(300, "ann");
    private final Sale refused = sale(700, "ann");
    private final Map<Sale, Heard> tills =
            new LinkedHashMap<>(Map.of(cash, Heard.PAID, wallet, Heard.PAID, refused, Heard.REFUSED));
    private final List<Booked> book = new ArrayList<>(List.of(booked(cash), booked(wallet)));
    private long balance = 9_700;

    @Test
    void whatWasHeardAndBookedAlikeIsInOrder() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void anAcknowledgedPaymentThatIsNotInTheBookIsFound() {
        book.remove(booked(cash));
        assertThat(findings()).containsExactly(cash.number() + " was acknowledged and is not in the book");
    }

    @Test
    void aPaymentThatIsInTheBookTwiceIsFound() {
        book.add(booked(wallet));
        assertThat(findings()).containsExactly(wallet.number() + " is in the book 2 times");
    }

    @Test
    void aWalletThatPaidTwiceIsFound() {
        balance -= wallet.amount();
        assertThat(findings()).containsExactly("the wallet of ann holds 9400, not 9700");
    }

    @Test
    void aWalletThatDidNotPayIsFound() {
        balance += wallet.amount();
        assertThat(findings()).containsExactly("the wallet of ann holds 10000, not 9700");
    }

    @Test
    void aRefusedPaymentThatIsInTheBookIsFound() {
        book.add(booked(refused));
        assertThat(findings()).containsExactly(refused.number() + " was refused and is in the book");
    }

    @Test
    void aPaymentThatNobodySentIsFound() {
        Sale nobodys = sale(1, null);
        book.add(booked(nobodys));
        assertThat(findings()).containsExactly(nobodys.number() + " is in the book and nobody sent it");
    }

    @Test
    void aTillLeftWithoutAnAnswerIsFound() {
        tills.put(cash, Heard.NOTHING);
        assertThat(findings()).containsExactly(cash.number() + " was never answered");
    }

    @Test
    void anotherAmountOrAnotherPayerIsFound() {
        book.remove(booked(wallet));
        book.add(new Booked(wallet.number(), wallet.amount(), "ben"));
        assertThat(findings()).singleElement().asString().contains(wallet.number(), "payer=ben", "not as it was sent");
    }

    private List<String> findings() {
        return Reckoning.findings(tills, book, Map.of("ann", 10_000L), Map.of("ann", balance));
    }

    private static Booked booked(Sale sale) {
        return new Booked(sale.number(), sale.amount(), sale.payer());
    }

    private static Sale sale(long amount, @Nullable String payer) {
        return new Sale(UUID.randomUUID(), "", amount, payer);
    }
}
