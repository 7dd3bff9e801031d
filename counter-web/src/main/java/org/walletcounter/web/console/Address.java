package org.walletcounter.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The part of an address that says what a list was asked for; empty values are left out. */
public record Address(String text) {

    /** Begins with one value. */
    public static Address of(String name, @Nullable Object value) {
        return new Address("").and(name, value);
    }

    /** Goes on with another. */
    public Address and(String name, @Nullable Object value) {
        return value == null || value.toString().isEmpty()
                ? this
                : new Address(text + "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
}
