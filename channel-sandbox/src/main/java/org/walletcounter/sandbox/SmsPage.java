package org.walletcounter.sandbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The messages as a page that refreshes itself, in English and Chinese side by side. */
final class SmsPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>SMS · 短信</title>
            <style>
            :root { color-scheme: light dark; --ink: #16211f; --faint: #5d6b68; --paper: #f3f5f4; --card: #fff; --line: #dfe5e3; --own: #0b6b5d; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8efed; --faint: #9fb0ac; --paper: #101615; --card: #19211f; --line: #2a3532; --own: #5fcbb8; } }
            * { box-sizing: border-box; margin: 0 }
            body { font: 16px/1.5 system-ui, "Noto Sans SC", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--paper); }
            main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1rem }
            h1 { font-size: 1.5rem; font-weight: 650; letter-spacing: -.01em }
            header p, .none { color: var(--faint); margin: .25rem 0 1.75rem }
            article { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1rem 1.25rem; margin-bottom: .75rem }
            .who { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; font-size: .875rem; color: var(--faint) }
            .who b { color: var(--own); font-variant-numeric: tabular-nums }
            .text { margin-top: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 1.05rem }
            </style></head><body><main><header><h1>SMS centre · 短信中心</h1>
            <p>Messages the counter has sent, newest first. · 收银系统发出的短信，最新在前。</p></header>
            """;

    private SmsPage() {}

    static String html(List<Sms> messages) {
        String body = messages.stream().map(SmsPage::card).collect(Collectors.joining());
        String none = "<p class=\"none\">No message yet. · 还没有短信。</p>";
        return HEAD + (messages.isEmpty() ? none : body) + "</main></body></html>\n";
    }

    private static String card(Sms sms) {
        return "<article><div class=\"who\"><b>" + escaped(sms.phone()) + "</b><span>" + escaped(sms.from()) + " · "
                + TIME.format(sms.at()) + "</span></div><p class=\"text\">" + escaped(sms.text()) + "</p></article>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
