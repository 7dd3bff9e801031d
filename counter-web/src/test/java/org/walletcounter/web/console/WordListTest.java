package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTest {

    private static final int LONG = 50_000;

    @Test
    void commasOfAnyKindPartWordsAndBlanksDoNot() {
        assertThat(WordList.read(" TEA 50G ,A1，、B2、茶\nA1,")).containsExactly("TEA 50G", "A1", "B2", "茶");
        assertThat(WordList.read(" ， ")).isEmpty();
        assertThat(WordList.read("")).isEmpty();
    }

    @Test
    void aCommaInQuotesIsAPartOfItsWord() {
        assertThat(WordList.read("\"Tea, Coffee\", Mugs ,　\"茶、咖啡\"，\" kept \"\n\"Gifts\""))
                .containsExactly("Tea, Coffee", "Mugs", "茶、咖啡", " kept ", "Gifts");
        assertThat(WordList.read("\"5\"\" pot, blue\",5\" pot")).containsExactly("5\" pot, blue", "5\" pot");
    }

    @Test
    void aQuoteThatDoesNotEndOrEndsWithinAWordIsAPartOfIt() {
        assertThat(WordList.read("\"Tea, Coffee")).containsExactly("\"Tea", "Coffee");
        assertThat(WordList.read("\"Tea\" leaves, \"\"Mugs")).containsExactly("\"Tea\" leaves", "\"\"Mugs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tea",
                "TEA 50G",
                "A,1",
                "Tea, Coffee",
                "茶、咖啡",
                "茶，咖啡",
                "5\" pot",
                "\"Tea\"",
                "\"",
                " Tea ",
                "a\nb"
            })
    void whatIsWrittenIsReadBackAsItWas(String word) {
        assertThat(WordList.read(WordList.write(List.of("Mugs", word, "Gifts"))))
                .containsExactly("Mugs", word, "Gifts");
    }

    @Test
    void onlyAWordThatNeedsThemIsWrittenInQuotes() {
        assertThat(WordList.write(List.of("TEA 50G", "Tea, Coffee", "5\" pot")))
                .isEqualTo("TEA 50G, \"Tea, Coffee\", \"5\"\" pot\"");
    }

    @Test
    void aLongFieldIsReadToo() {
        assertThat(WordList.read("\"" + "tea ".repeat(LONG) + "\", A1")).hasSize(2);
        assertThat(WordList.read("A1,".repeat(LONG) + "\"" + " ".repeat(LONG))).containsExactly("A1", "\"");
    }
}
