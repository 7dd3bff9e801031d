package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRParameter;
import org.junit.jupiter.api.Test;
import org.walletcounter.reporting.ReportFormat;

/** A sheet of many rows has pages while it is made, so that they can leave memory, and none when it is read. */
class LongSheetTest {

    private static final int ROWS = 3_000;

    @Test
    void hasAllItsRowsUnderOneHeadAndNoneOfItsPages() throws JRException, IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        ReportDefinition report = Printing.library().find("transactions").orElseThrow();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, Printing.library().texts(report, Locale.UK));
        parameters.put("money", "#,##0.00");

        int pages = new ReportWriter()
                .write(
                        Printing.library().template(report, ReportFormat.XLSX),
                        parameters,
                        new Numbered(),
                        ReportFormat.XLSX,
                        target);

        Sheet sheet = Sheet.read(target.toByteArray());
        assertThat(pages).isGreaterThan(20);
        assertThat(sheet.rows()).hasSize(ROWS + 1);
        assertThat(sheet.rows().get(0)).contains("Cashier");
        for (int i = 1; i <= ROWS; i++) {
            assertThat(sheet.rows().get(i)).contains("S" + i);
        }
    }

    /** Sales with the numbers S1, S2 and so on. */
    private static final class Numbered implements JRDataSource {

        private int row;

        @Override
        public boolean next() {
            return row++ < ROWS;
        }

        @Override
        public Object getFieldValue(JRField field) {
            return switch (field.getValueClassName()) {
                case "java.sql.Date" -> Date.valueOf("2026-11-28");
                case "java.math.BigDecimal" -> new BigDecimal(row);
                default -> field.getName().equals("number") ? "S" + row : field.getName();
            };
        }
    }
}
