package org.walletcounter.imports.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    WHITE HANGING HEART T-LIGHT HOLDER  | Candles & lights
                    JUMBO BAG RED RETROSPOT             | Bags & luggage
                    regency cakestand 3 tier            | Baking & cake stands
                    ASSORTED COLOUR BIRD ORNAMENT       | Garden & outdoor
                    CHRISTMAS PAPER BAG                 | Christmas & Easter
                    SOMETHING NOBODY EVER THOUGHT OF    | Other gifts
                    """)
    void theFirstWordThatFitsDecides(String description, String category) {
        assertThat(new Categories().of(description)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"POST, SERVICE", "post, GOODS", "gift_0001_40, GOODS", "AMAZONFEE, FEE", "B, BAD_DEBT", "85123A, GOODS"
    })
    void stockCodesThatAreNoGoodsAreKnown(String sku, StockCodes.Kind kind) {
        assertThat(new StockCodes().kind(sku)).isEqualTo(kind);
    }
}
