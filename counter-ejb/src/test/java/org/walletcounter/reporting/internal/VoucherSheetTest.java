package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.promotions.Terms;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.PlainTerms;

class VoucherSheetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Terms.Names NAMES = new Terms.Names("Five off from thirty", "满30减5");
    private static final int DPI = 200;

    @Test
    void eachVoucherSaysWhatItIsWorthWhenAndOnWhatInBothLanguages() throws IOException {
        byte[] pdf = printed(codes(3));

        assertThat(Printing.text(pdf))
                .contains("£5.00", "Five off from thirty", "满30减5", "Lotus Tea & Gifts")
                .contains("When you spend £30.00 or more. On: Tea.", "From 09:00 to 11:30.", "单次消费满 £30.00 可用。")
                .contains("Not for gift cards.", "礼品卡除外。")
                .contains("Valid for 14 days from when you bring it in", "自兑入之日起 14 天有效".substring(0, 8))
                .contains("AAAA-BBBB-0000", "AAAA-BBBB-0002", "No. 00003", "SPRING-5 · Cinema · 3 vouchers");
    }

    @Test
    void whatTheScannerReadsIsTheCodeOfTheVoucherItStandsOn() throws IOException {
        try (PDDocument document = Loader.loadPDF(printed(codes(11)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            assertThat(IntStream.range(0, 8)
                            .mapToObj(place -> scanned(page, place))
                            .toList())
                    .isEqualTo(
                            codes(8).stream().map(code -> code.replace("-", "")).toList());
        }
    }

    /** What a scanner reads that is held over one voucher of the sheet, cut along its marks. */
    private static String scanned(BufferedImage page, int place) {
        int width = page.getWidth() / 2;
        int height = page.getHeight() * 196 / 842;
        int top = page.getHeight() * 16 / 842 + place / 2 * height;
        int[] pixels = page.getRGB(place % 2 * width, top, width, height, null, 0, width);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                    .getText();
        } catch (ReaderException unreadable) {
            return "not read: " + unreadable;
        }
    }

    @Test
    void aThousandVouchersTakeSecondsAndFillAHundredAndTwentyFiveSheets() throws IOException {
        printed(codes(8));
        Instant start = Instant.now();
        byte[] pdf = printed(codes(1000));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(125);
        }
        Path kept = Files.createDirectories(Path.of("target", "reports")).resolve("voucher-sheet.pdf");
        Files.write(kept, pdf);
    }

    @Test
    void aPartOfABatchIsAskedForAndTooMuchIsRefused() {
        String batch = UUID.randomUUID() + "/" + UUID.randomUUID();

        assertThat(VoucherSubject.of(batch).within(250))
                .extracting("from", "to")
                .containsExactly(1, 250);
        assertThat(VoucherSubject.of(batch + "/101-9999").within(250))
                .extracting("from", "to")
                .containsExactly(101, 250);
        assertThatThrownBy(() -> VoucherSubject.of(batch).within(10_001)).hasMessageContaining("SHEET_TOO_LARGE");
        assertThatThrownBy(() -> VoucherSubject.of(batch + "/300-400").within(250))
                .hasMessageContaining("SHEET_TOO_LARGE");
        assertThatThrownBy(() -> VoucherSubject.of("x/" + batch)).hasMessageContaining("NO_SUCH_SUBJECT");
    }

    private static byte[] printed(List<String> codes) {
        MerchantView merchant = new MerchantView(
                UUID.randomUUID(), "lotus", "Lotus Tea & Gifts", "荷塘茶礼", "GBP", ZoneId.of("Europe/London"));
        ReportScope scope = new ReportScope(merchant, null, DAY, DAY, Locale.UK, "GBP");
        CampaignForm form = form();
        return Printing.print(
                "voucher-sheet",
                scope,
                ReportFormat.PDF,
                report -> new VoucherFigures(
                        new VoucherFigures.Sheet(
                                scope,
                                form,
                                "Cinema",
                                1,
                                List.of(),
                                words(report, Locale.UK, form),
                                words(report, Locale.SIMPLIFIED_CHINESE, form)),
                        codes,
                        Printing.face()));
    }

    private static VoucherWords words(ReportDefinition report, Locale language, CampaignForm form) {
        return new VoucherWords(Printing.library().texts(report, language), language, ZoneId.of("Europe/London"), form);
    }

    private static List<String> codes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format("AAAA-BBBB-%04d", number))
                .toList();
    }

    private static CampaignForm form() {
        PlainTerms terms = new PlainTerms(
                new PlainTerms.Worth(CampaignForm.Kind.AMOUNT, 500, 0, null, "", 1),
                3000,
                new PlainTerms.Limits(
                        Set.of(), Set.of("Tea"), Set.of(), Set.of(), LocalTime.of(9, 0), LocalTime.of(11, 30)),
                1,
                true);
        return new CampaignForm(
                "SPRING-5",
                new CampaignForm.Texts(NAMES.en(), NAMES.zh(), "Not for gift cards.", "礼品卡除外。"),
                terms.terms(NAMES, NAMES, "GBP"),
                new CampaignForm.Giving(
                        CampaignForm.Way.CODE,
                        null,
                        null,
                        null,
                        Instant.EPOCH,
                        Instant.parse("2027-01-01T00:00:00Z"),
                        null),
                new CampaignForm.Validity(null, null, 0, 14),
                new CampaignForm.Quantity(1000L, null, null, null, "GBP"),
                new CampaignForm.Keeping(true, true, 3),
                List.of());
    }
}
