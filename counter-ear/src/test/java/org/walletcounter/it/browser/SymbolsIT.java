package org.walletcounter.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.decoder.Decoder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** What the phone draws, read back with ZXing; and the payment codes of the integrator guide's test vectors. */
@WithCounter
class SymbolsIT {

    private static final int QUIET = 10;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "806493767609883988067675",
                "https://counter.example/r/AZmixREReryN7wEjRWeJqwAAAAAAAAAAAAAAAAAAAAA",
                "https://a-rather-long-name-of-a-merchant.payments.example:8443/r/AZmixREReryN7wEjRWeJqwAAAAAAAAAAAAAAAAAAAAA",
                "1",
                "收银台 Wallet Counter 钱包"
            })
    void a_qr_code_reads_as_it_was_written(String text, Screen screen) throws Exception {
        Object drawn = page(screen).evaluate("async text => (await import('/assets/js/qr.js')).qrMatrix(text)", text);
        List<?> rows = (List<?>) drawn;
        boolean[][] symbol = new boolean[rows.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            List<?> line = (List<?>) rows.get(row);
            for (int column = 0; column < line.size(); column++) {
                symbol[row][column] = Boolean.TRUE.equals(line.get(column));
            }
        }
        assertThat(new Decoder().decode(symbol).getText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"806493767609883988067675", "00", "99999999999999999999"})
    void a_code_128_reads_as_it_was_written(String digits, Screen screen) throws Exception {
        Object drawn =
                page(screen).evaluate("async text => (await import('/assets/js/code128.js')).code128(text)", digits);
        List<Integer> widths = ((List<?>) drawn)
                .stream().map(width -> ((Number) width).intValue()).toList();
        BitArray row = new BitArray(widths.stream().mapToInt(Integer::intValue).sum() + 2 * QUIET);
        int at = QUIET;
        for (int index = 0; index < widths.size(); index++) {
            if (index % 2 == 0) {
                row.setRange(at, at + widths.get(index));
            }
            at += widths.get(index);
        }
        assertThat(new Code128Reader().decodeRow(0, row, null).getText()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "10000, MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=, 59, 806493767609883988067675",
        "10000, MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=, 1795316400, 802142819379443060393262",
        "987654321, AAECAwQFBgcICQoLDA0ODxAREhM=, 1795316430, 802929801638378271703578"
    })
    void a_payment_code_is_the_one_of_the_guide(long number, String secret, long seconds, String code, Screen screen) {
        Object made = page(screen)
                .evaluate(
                        "async ({number, secret, seconds}) => { const {importDeviceKey, paymentCode} = await"
                                + " import('/me/payment-code.js'); return paymentCode({number, key: await"
                                + " importDeviceKey(secret)}, seconds); }",
                        Map.of("number", (int) number, "secret", secret, "seconds", (int) seconds));
        assertThat(made).isEqualTo(code);
    }

    @Test
    void amounts_are_read_and_written_without_rounding(Screen screen) {
        Object read = page(screen)
                .evaluate("async () => { const {read, plain} = await import('/assets/js/money.js'); return"
                        + " [read('12.5', 'GBP'), read('１２,50', 'GBP'), read('1,234.50', 'GBP'), read('0.005', 'GBP'),"
                        + " read('500', 'JPY'), read('1.5', 'JPY'), read('90071992547.4', 'GBP'), plain(5, 'GBP'),"
                        + " plain(-1234, 'JPY')]; }");
        assertThat((List<?>) read).hasToString("[1250, 1250, 123450, null, 500, null, null, 0.05, -1234]");
    }

    @Test
    void decimals_are_the_currencys_and_not_the_browsers(Screen screen) {
        Object read = page(screen)
                .evaluate("async () => { const {read, plain, write} = await import('/assets/js/money.js'); return"
                        + " [read('12.50', 'HUF'), plain(1250, 'IDR'), write(1250, 'HUF').includes('12.50'), plain(1250,"
                        + " 'IQD'), read('1.5', 'CLP')]; }");
        assertThat((List<?>) read).hasToString("[1250, 12.50, true, 1.250, null]");
    }

    @Test
    void no_thousands_begin_with_a_zero(Screen screen) {
        Object read = page(screen)
                .evaluate(
                        "async () => { const {read} = await import('/assets/js/money.js'); return"
                                + " [read('0,500', 'GBP'), read('0,500', 'KWD'), read('0,50', 'GBP'), read('1,500', 'GBP')]; }");
        assertThat((List<?>) read).hasToString("[null, 500, 50, 150000]");
    }

    private static Page page(Screen screen) {
        return screen.open("r/none");
    }
}
