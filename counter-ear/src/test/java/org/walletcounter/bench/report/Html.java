package org.walletcounter.bench.report;

/** Text in HTML. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String cell(String tag, String text) {
        return "<" + tag + ">" + escaped(text) + "</" + tag + ">";
    }
}
