package org.walletcounter.web.console;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.members.Members;
import org.walletcounter.members.Registration;

/** What the form for a new member holds while it is filled in. */
public class NewMember implements Serializable {

    private static final long serialVersionUID = 1L;

    private String phone = "";
    private String name = "";
    private String language = "en";
    private @Nullable String card;
    private boolean consent;
    private final BirthdayForm birthday = new BirthdayForm();

    Registration registration(UUID merchantId, Members members) {
        String notice = consent ? members.privacyNotice(merchantId, language).version() : "";
        return new Registration(phone, name, language, notice, card, birthday.written());
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public @Nullable String getCard() {
        return card;
    }

    public void setCard(@Nullable String card) {
        this.card = card;
    }

    public BirthdayForm getBirthday() {
        return birthday;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
