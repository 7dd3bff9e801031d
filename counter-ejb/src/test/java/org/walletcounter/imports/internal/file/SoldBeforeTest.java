package org.walletcounter.imports.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.walletcounter.imports.internal.file.SoldBefore.Piece;

class SoldBeforeTest {

    private final SoldBefore sold = new SoldBefore();

    @Test
    void aReturnTakesFromTheLatestSaleThatHasSomeLeft() {
        sold.sold("17850", "71053", "1", 3, 339);
        sold.sold("17850", "71053", "2", 2, 339);
        assertThat(sold.takeBack("17850", "71053", 4, 339)).containsExactly(new Piece("2", 2), new Piece("1", 2));
        assertThat(sold.takeBack("17850", "71053", 4, 339)).containsExactly(new Piece("1", 1), new Piece(null, 3));
    }

    @Test
    void aSaleAtTheSamePriceComesBeforeALaterOneThatWasDearer() {
        sold.sold("17850", "71053", "1", 1, 339);
        sold.sold("17850", "71053", "2", 1, 400);
        assertThat(sold.takeBack("17850", "71053", 2, 339)).containsExactly(new Piece("1", 1), new Piece("2", 1));
    }

    @Test
    void aCheaperSaleNeverGivesBackMoreThanWasPaid() {
        sold.sold("17850", "71053", "1", 1, 300);
        assertThat(sold.takeBack("17850", "71053", 1, 339)).containsExactly(new Piece(null, 1));
    }

    @Test
    void anotherCustomerOrNobodyFindsNothing() {
        sold.sold("17850", "71053", "1", 1, 339);
        assertThat(sold.takeBack("17851", "71053", 1, 339)).containsExactly(new Piece(null, 1));
        assertThat(sold.takeBack(null, "71053", 1, 339)).containsExactly(new Piece(null, 1));
    }

    @Property
    void neverIsMoreReturnedThanWasSoldNorDearer(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9_999) Integer> random) {
        SoldBefore memory = new SoldBefore();
        Map<String, Integer> left = new HashMap<>();
        Map<String, Long> paid = new HashMap<>();
        for (int i = 0; i < random.size(); i++) {
            int value = random.get(i);
            String customer = "c" + value % 2;
            String sku = "s" + value / 2 % 3;
            int quantity = 1 + value / 6 % 7;
            long unit = 100 + value / 42 % 3;
            if (value / 126 % 2 == 0) {
                String sale = customer + sku + "#" + i;
                memory.sold(customer, sku, sale, quantity, unit);
                left.put(sale, quantity);
                paid.put(sale, unit);
            } else {
                List<Piece> pieces = memory.takeBack(customer, sku, quantity, unit);
                assertThat(pieces.stream().mapToInt(Piece::quantity).sum()).isEqualTo(quantity);
                for (Piece piece : pieces) {
                    if (piece.saleNumber() != null) {
                        assertThat(piece.saleNumber()).startsWith(customer + sku + "#");
                        assertThat(left.merge(piece.saleNumber(), -piece.quantity(), Integer::sum))
                                .isNotNegative();
                        assertThat(paid.get(piece.saleNumber())).isGreaterThanOrEqualTo(unit);
                    }
                }
            }
        }
    }
}
