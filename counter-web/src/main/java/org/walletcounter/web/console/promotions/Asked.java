package org.walletcounter.web.console.promotions;

import java.io.Serializable;

/**
 * One field that the form asks for.
 *
 * @param name its place in the definition, with dots between the levels
 * @param usual what stands in it at first
 */
public record Asked(String name, Entry entry, boolean required, String usual) implements Serializable {

    static Asked must(String name, Entry entry) {
        return new Asked(name, entry, true, "");
    }

    static Asked must(String name, Entry entry, String usual) {
        return new Asked(name, entry, true, usual);
    }

    static Asked may(String name, Entry entry) {
        return new Asked(name, entry, false, "");
    }

    /** The last part of the name: what its label hangs on. */
    public String label() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
