package org.walletcounter.vouchers.internal.reminders;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.walletcounter.merchants.MerchantView;

/** The words of a reminder as a text message. */
final class ReminderWords {

    private static final String BUNDLE = "org.walletcounter.vouchers.messages";

    private ReminderWords() {}

    /** In "en" or "zh", with the moment by the merchant's clock. */
    static String of(ReminderBook.News news, MerchantView merchant, String language) {
        boolean chinese = language.equals("zh");
        ResourceBundle words = ResourceBundle.getBundle(
                BUNDLE,
                chinese ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String until = DateTimeFormatter.ofPattern(words.getString("moment"), chinese ? Locale.CHINA : Locale.UK)
                .format(news.until().atZone(merchant.zone()));
        return MessageFormat.format(
                words.getString("reminder." + news.kind()),
                merchant.name(language),
                chinese ? news.about().nameZh() : news.about().nameEn(),
                until);
    }
}
