package org.walletcounter.reporting.internal;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The reports' typeface: what it cannot print becomes the character 〓, which says so, instead of vanishing. */
class Typeface {

    private static final String FILE = "/fonts/NotoSansSC-Regular.ttf";
    private static final int MISSING = '〓';

    private final Font font;

    Typeface() {
        try (InputStream file = Typeface.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The reports jar lacks its typeface " + FILE + ".");
            }
            font = Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException broken) {
            throw new IllegalStateException("The reports' typeface " + FILE + " cannot be read.", broken);
        }
    }

    String printable(String text) {
        if (font.canDisplayUpTo(text) < 0) {
            return text;
        }
        int[] characters = text.codePoints()
                .map(character -> font.canDisplay(character) ? character : MISSING)
                .toArray();
        return new String(characters, 0, characters.length);
    }
}
