package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.TransactionError;

/** A request with every fault is refused with the first one; each fault mended brings the next, in the enum's order. */
class PaymentRulesTest {

    private static final Money TOTAL = Money.of(590, "GBP");

    @TestFactory
    List<DynamicTest> faultsAreToldInTheOrderOfTheRefusals() {
        List<DynamicTest> tests = new ArrayList<>();
        for (TransactionError error : TransactionError.values()) {
            if (FAULTS.containsKey(error)) {
                tests.add(DynamicTest.dynamicTest(error.name(), () -> assertFirst(error)));
            }
        }
        return tests;
    }

    @Test
    void aSoundRequestPasses() {
        assertThatCode(() -> check(new Draft())).doesNotThrowAnyException();
    }

    @Test
    void nobodyPaysWithHistory() {
        Draft draft = new Draft();
        draft.tenders = List.of(new Tender(TenderKind.HISTORICAL, TOTAL, null));
        assertThatThrownBy(() -> check(draft))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(KernelError.FIELD_INVALID));
    }

    @Test
    void tendersThatSumRoundTheWorldDoNotSum() {
        Draft draft = new Draft();
        draft.tenders = List.of(cash(Long.MAX_VALUE), cash(Long.MAX_VALUE), cash(592));
        assertThatThrownBy(() -> check(draft)).hasMessageContaining("TENDERS_DO_NOT_SUM");
    }

    @Test
    void saleNumbersMayBeWrittenInAnyScript() {
        for (String number : List.of("1", "T1-2026/11.22_7:a", "店1-0042", "x".repeat(64))) {
            Draft draft = new Draft();
            draft.saleNumber = number;
            assertThatCode(() -> check(draft)).doesNotThrowAnyException();
        }
        for (String number : List.of("", " ", "a b", "a\"b", "x".repeat(65), "a\n")) {
            Draft draft = new Draft();
            draft.saleNumber = number;
            assertThatThrownBy(() -> check(draft)).hasMessageContaining("SALE_NUMBER_INVALID");
        }
    }

    private static void assertFirst(TransactionError error) {
        Draft draft = new Draft();
        FAULTS.forEach((fault, spoil) -> {
            if (fault.ordinal() >= error.ordinal()) {
                spoil.accept(draft);
            }
        });
        assertThatThrownBy(() -> check(draft))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private static void check(Draft draft) {
        PaymentRequest request = draft.request();
        PaymentRules.requireAmount(request, "GBP");
        PaymentRules.requireTenders(request, draft.total);
    }

    private static final Map<TransactionError, Consumer<Draft>> FAULTS = new EnumMap<>(Map.of(
            TransactionError.SALE_NUMBER_INVALID, draft -> draft.saleNumber = "no good",
            TransactionError.AMOUNT_NOT_POSITIVE, draft -> draft.amount = Money.of(0, draft.amount.currency()),
            TransactionError.AMOUNT_TOO_LARGE,
                    draft -> {
                        if (!draft.amount.isZero()) {
                            draft.amount = Money.of(Money.MOST_AT_ONCE + 1, draft.amount.currency());
                        }
                    },
            TransactionError.CURRENCY_MISMATCH, draft -> draft.amount = Money.of(draft.amount.minor(), "CNY"),
            TransactionError.AMOUNT_IS_NOT_TOTAL, draft -> draft.total = Money.of(591, "GBP"),
            TransactionError.TENDERS_DO_NOT_SUM,
                    draft -> draft.tenders = List.of(
                            new Tender(TenderKind.WALLET, Money.of(500, "GBP"), null),
                            new Tender(TenderKind.CASH, Money.of(89, "GBP"), Money.of(1, "GBP"))),
            TransactionError.CASH_TOO_LITTLE,
                    draft -> {
                        if (draft.tenders.size() == 1) {
                            draft.tenders = List.of(
                                    new Tender(TenderKind.WALLET, Money.of(500, "GBP"), null),
                                    new Tender(TenderKind.CASH, Money.of(90, "GBP"), Money.of(89, "GBP")));
                        }
                    },
            TransactionError.NO_PAYER,
                    draft -> {
                        draft.shown = null;
                        if (draft.tenders.size() == 1) {
                            draft.tenders = List.of(new Tender(TenderKind.WALLET, TOTAL, null));
                        }
                    }));

    private static Tender cash(long minor) {
        return new Tender(TenderKind.CASH, Money.of(minor, "GBP"), null);
    }

    private static final class Draft {
        private String saleNumber = "T1-42";
        private Money amount = TOTAL;
        private Money total = TOTAL;
        private @Nullable String shown = "2810";
        private List<Tender> tenders = List.of(cash(590));

        private PaymentRequest request() {
            return new PaymentRequest(UUID.randomUUID(), null, saleNumber, List.of(), amount, shown, tenders);
        }
    }
}
