package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.transactions.TenderKind;

class SplittingTest {

    @Test
    void theWalletIsGivenBackFirstAndThenCash() {
        List<Splitting.Source> sources = List.of(
                source(1, TenderKind.CASH, 500), source(2, TenderKind.WALLET, 300), source(3, TenderKind.CASH, 100));
        assertThat(Splitting.of(850, sources))
                .extracting(Splitting.Share::line, Splitting.Share::amount)
                .containsExactly(tuple(2, 300L), tuple(1, 500L), tuple(3, 50L));
    }

    @Test
    void moreThanIsLeftIsNeverSplit() {
        assertThatThrownBy(() -> Splitting.of(801, List.of(source(1, TenderKind.CASH, 800))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void sharesSumToTheAmountAndNoneIsMoreThanItsTenderHasLeft(@ForAll("refunds") Case each) {
        List<Splitting.Share> shares = Splitting.of(each.amount, each.sources);
        assertThat(shares.stream().mapToLong(Splitting.Share::amount).sum()).isEqualTo(each.amount);
        Map<Integer, Long> left = new HashMap<>();
        each.sources.forEach(source -> left.put(source.line(), source.left()));
        assertThat(shares)
                .allMatch(share -> share.amount() > 0 && share.amount() <= left.getOrDefault(share.line(), 0L));
        assertThat(shares).extracting(Splitting.Share::line).doesNotHaveDuplicates();
    }

    @Property
    void refundsInPiecesGiveBackExactlyWhatWasPaid(@ForAll("refunds") Case each) {
        long[] left = each.sources.stream().mapToLong(Splitting.Source::left).toArray();
        long rest = each.sources.stream().mapToLong(Splitting.Source::left).sum();
        long usual = rest / 7 + each.amount % 11 + 1;
        while (rest > 0) {
            long piece = Math.min(rest, usual);
            List<Splitting.Source> now = new ArrayList<>();
            for (Splitting.Source source : each.sources) {
                now.add(source(source.line(), source.kind(), left[source.line() - 1]));
            }
            Splitting.of(piece, now).forEach(share -> left[share.line() - 1] -= share.amount());
            rest -= piece;
        }
        assertThat(left).containsOnly(0);
    }

    @Provide
    Arbitrary<Case> refunds() {
        Arbitrary<Splitting.Source> source = Combinators.combine(
                        Arbitraries.of(TenderKind.values()), Arbitraries.longs().between(0, 1_000_000))
                .as((kind, left) -> source(1, kind, left));
        return source.list().ofMinSize(1).ofMaxSize(10).flatMap(list -> {
            List<Splitting.Source> numbered = new ArrayList<>();
            list.forEach(each -> numbered.add(source(numbered.size() + 1, each.kind(), each.left())));
            long all = numbered.stream().mapToLong(Splitting.Source::left).sum();
            return Arbitraries.longs().between(0, all).map(amount -> new Case(amount, numbered));
        });
    }

    private static Splitting.Source source(int line, TenderKind kind, long left) {
        return new Splitting.Source(line, kind, left, kind == TenderKind.WALLET ? new AccountId(7) : null);
    }

    record Case(long amount, List<Splitting.Source> sources) {}
}
