package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a sign-in may lead. */
class WayBackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/board.xhtml",
                "/console/transaction.xhtml?id=0199a2c6-1111-7abc-8def-0123456789ab",
                "/console/members.xhtml?text=%E6%9D%8E&trail=a,b",
            })
    void aPageOfTheConsoleKeepsWhatItWasAskedFor(String wanted) {
        assertThat(WayBack.inside(wanted)).contains(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/console/board.xhtml",
                "//evil.example/console/board.xhtml",
                "/\\evil.example",
                "/console/../till/",
                "/console/board.xhtml/../../x",
                "/console/board.xhtml@evil.example",
                "/console/%2e%2e/board.xhtml",
                "javascript:alert(1)",
                "/till/?x=/console/board.xhtml",
            })
    void nothingElseIsGoneTo(String wanted) {
        assertThat(WayBack.inside(wanted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?a=b\r\nSet-Cookie: x", "?a=b c", "?a=<b>", "?a=b#c"})
    void whatIsNoQueryIsLeftOut(String query) {
        assertThat(WayBack.inside("/console/board.xhtml" + query)).contains("/console/board.xhtml");
    }

    @Test
    void nobodyNeedsToSayWhere() {
        assertThat(WayBack.inside(null)).isEmpty();
        assertThat(WayBack.inside("/console/board.xhtml?" + "a".repeat(2_000))).contains("/console/board.xhtml");
    }
}
