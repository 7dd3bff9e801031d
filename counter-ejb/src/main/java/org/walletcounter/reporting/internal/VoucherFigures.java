package org.walletcounter.reporting.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.vouchers.CampaignForm;

/** A batch's codes as vouchers to print: what stands on all of them, and one row for each. */
class VoucherFigures implements Figures {

    private final Sheet sheet;
    private final List<String> codes;
    private final Typeface face;

    VoucherFigures(Sheet sheet, List<String> codes, Typeface face) {
        this.sheet = sheet;
        this.codes = codes;
        this.face = face;
    }

    /**
     * What the vouchers of one file have in common.
     *
     * @param first the number of the first one
     * @param stores those that the terms name
     */
    record Sheet(
            ReportScope scope,
            CampaignForm form,
            String label,
            int first,
            List<StoreView> stores,
            VoucherWords english,
            VoucherWords chinese) {}

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> values = new HashMap<>();
        CampaignForm.Texts texts = sheet.form().texts();
        put(
                values,
                "merchant",
                both(
                        sheet.scope().merchant().name("en"),
                        sheet.scope().merchant().name("zh")));
        put(values, "worth", sheet.english().worth());
        put(values, "worthNote", note());
        put(values, "nameEn", texts.nameEn());
        put(values, "nameZh", texts.nameZh());
        put(
                values,
                "terms",
                sheet.english().terms(id -> store(id, "en")) + "\n"
                        + sheet.chinese().terms(id -> store(id, "zh")));
        put(values, "validEn", sheet.english().valid());
        put(values, "validZh", sheet.chinese().valid());
        put(values, "label", sheet.form().code() + " · " + sheet.label());
        values.put("count", codes.size());
        return Map.of("sheet", values);
    }

    /** An amount stands alone and needs the word beside it; everything else needs the other language. */
    private String note() {
        boolean amount = sheet.form().kind() == CampaignForm.Kind.AMOUNT;
        return amount
                ? both(sheet.english().say("off"), sheet.chinese().say("off"))
                : sheet.chinese().worth();
    }

    private String store(java.util.UUID id, String language) {
        return sheet.stores().stream()
                .filter(store -> store.id().equals(id))
                .map(store -> store.name(language))
                .findFirst()
                .orElse("");
    }

    private void put(Map<String, Object> values, String key, String text) {
        values.put(key, face.printable(text));
    }

    private static String both(String english, String chinese) {
        return english.equals(chinese) ? english : english + " · " + chinese;
    }

    @Override
    public boolean longerThan(int most) {
        return codes.size() > most;
    }

    @Override
    public JRDataSource rows() {
        return new Numbered();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    /** One code after the other; its symbol is drawn when the page is. */
    private final class Numbered implements JRDataSource {

        private int at = -1;

        @Override
        public boolean next() {
            at++;
            return at < codes.size();
        }

        @Override
        public Object getFieldValue(JRField field) {
            return switch (field.getName()) {
                case "code" -> codes.get(at);
                case "number" -> sheet.english().say("number", String.format("%05d", sheet.first() + at));
                default -> new QrSymbol(codes.get(at).replace("-", ""));
            };
        }
    }
}
