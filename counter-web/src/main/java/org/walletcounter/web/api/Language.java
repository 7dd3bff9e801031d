package org.walletcounter.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** In which language a caller of the API is answered. */
public final class Language {

    private Language() {}

    /**
     * The one that the caller reads best, and English where the header names none (","): nothing fails because of a wish. A
     * header that cannot be read ("en;q=2") does not come so far; the server answers it 400.
     */
    public static Locale of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.ENGLISH);
    }
}
