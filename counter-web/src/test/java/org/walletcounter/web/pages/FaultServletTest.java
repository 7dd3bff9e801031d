package org.walletcounter.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.web.FaultTexts;

class FaultServletTest {

    @ParameterizedTest
    @CsvSource({
        "400, unreadable",
        "401, closed",
        "403, closed",
        "404, missing",
        "405, unreadable",
        "413, unreadable",
        "500, failed",
        "502, failed",
        "503, busy"
    })
    void what_is_told_depends_on_the_status(int status, String fault) {
        assertThat(FaultServlet.fault(status)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500, 503})
    void all_of_it_has_words_in_both_languages(int status) {
        String fault = FaultServlet.fault(status);
        for (String key : new String[] {fault + ".title", fault + ".text"}) {
            String english = FaultTexts.in("en").text(key);
            String chinese = FaultTexts.in("zh").text(key);
            assertThat(english).isNotBlank().isNotEqualTo(chinese);
            assertThat(chinese).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/console/nothing.xhtml, /console/",
        "/till/x, /till/",
        "/me/x, /me/",
        "/r/x, /",
        "'', /",
        "/consoles/, /"
    })
    void the_way_back_leads_to_where_one_was_going(String address, String start) {
        assertThat(FaultServlet.start(address)).isEqualTo(start);
    }
}
