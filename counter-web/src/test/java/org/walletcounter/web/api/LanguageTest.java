package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void the_first_is_spoken() {
        assertThat(Language.of(accepting(List.of(Locale.CHINA, Locale.UK)))).isEqualTo(Locale.CHINA);
    }

    @Test
    void english_is_spoken_where_none_is_named() {
        assertThat(Language.of(accepting(List.of()))).isEqualTo(Locale.ENGLISH);
    }

    private static HttpHeaders accepting(List<Locale> languages) {
        Class<HttpHeaders> face = HttpHeaders.class;
        return face.cast(Proxy.newProxyInstance(
                face.getClassLoader(), new Class<?>[] {face}, (self, method, arguments) -> languages));
    }
}
