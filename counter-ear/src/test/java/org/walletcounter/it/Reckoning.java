package org.walletcounter.it;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the tills heard against what the books say. Every payment that a till was told is paid is there, once, with
 * its amount and its payer; none is there that a till was told is refused, or that nobody sent; no till is left without an
 * answer; and every wallet holds what was put in less what was paid from it.
 */
final class Reckoning {

    /** What a till knows of a sale. */
    enum Heard {
        /** It was answered with 201. */
        PAID,
        /** It was answered that nothing was taken, and that this will not change. */
        REFUSED,
        /** No answer came, or one that says to ask again. */
        NOTHING
    }

    /** A payment that succeeded, as the books show it. */
    record Booked(String number, long amount, @Nullable String payer) {}

    private final Map<Sale, Heard> tills;
    private final List<Booked> book;
    private final List<String> findings = new ArrayList<>();

    private Reckoning(Map<Sale, Heard> tills, List<Booked> book) {
        this.tills = tills;
        this.book = book;
    }

    /**
     * What is wrong; nothing, if all is well.
     *
     * @param filled what was put into each member's wallet
     * @param balances what is in it now
     */
    static List<String> findings(
            Map<Sale, Heard> tills, List<Booked> book, Map<String, Long> filled, Map<String, Long> balances) {
        Reckoning reckoning = new Reckoning(tills, book);
        reckoning.sales();
        reckoning.wallets(filled, balances);
        return reckoning.findings;
    }

    private void sales() {
        Map<String, List<Booked>> byNumber = new HashMap<>();
        book.forEach(booked -> byNumber.computeIfAbsent(booked.number(), n -> new ArrayList<>())
                .add(booked));
        tills.forEach((sale, heard) -> {
            List<Booked> booked = byNumber.getOrDefault(sale.number(), List.of());
            byNumber.remove(sale.number());
            switch (heard) {
                case PAID -> paid(sale, booked);
                case REFUSED -> expect(booked.isEmpty(), sale.number() + " was refused and is in the book");
                case NOTHING -> expect(false, sale.number() + " was never answered");
            }
        });
        byNumber.keySet().forEach(number -> expect(false, number + " is in the book and nobody sent it"));
    }

    private void paid(Sale sale, List<Booked> booked) {
        expect(!booked.isEmpty(), sale.number() + " was acknowledged and is not in the book");
        expect(booked.size() < 2, sale.number() + " is in the book " + booked.size() + " times");
        Booked asSent = new Booked(sale.number(), sale.amount(), sale.payer());
        booked.forEach(
                each -> expect(each.equals(asSent), sale.number() + " is booked as " + each + ", not as it was sent"));
    }

    private void wallets(Map<String, Long> filled, Map<String, Long> balances) {
        Map<String, Long> expected = new HashMap<>(filled);
        tills.forEach((sale, heard) -> {
            if (sale.payer() != null && heard == Heard.PAID) {
                expected.merge(sale.payer(), -sale.amount(), Long::sum);
            }
        });
        expected.forEach((member, amount) -> expect(
                amount.equals(balances.get(member)),
                "the wallet of " + member + " holds " + balances.get(member) + ", not " + amount));
    }

    private void expect(boolean right, String otherwise) {
        if (!right) {
            findings.add(otherwise);
        }
    }
}
