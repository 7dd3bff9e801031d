package org.walletcounter.vouchers.internal;

import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Terms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.VoucherError;

/** What a campaign's form must say, asked in the order of {@link VoucherError}; each refusal names its field. */
final class CampaignFormRules {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,31}");
    private static final Pattern GENERIC = Pattern.compile("[A-Z0-9-]{4,32}");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_DAYS = 3660;
    private static final int WHOLE = 10_000;
    private static final long MOST = 1_000_000_000L;

    private CampaignFormRules() {}

    static void require(CampaignForm form, Instant now) {
        requireNames(form);
        requireOpening(form.giving(), now);
        requireValidity(form);
        requireWorth(form);
        requireQuantity(form.quantity());
        requireReminding(form.keeping());
        requireEvent(form.giving());
        requireGenericCode(form.giving().genericCode());
        requireEachOnce(form.parties());
        requireShares(form.parties());
    }

    private static void requireNames(CampaignForm form) {
        if (!CODE.matcher(form.code()).matches()) {
            throw CounterException.at("code", KernelError.FIELD_INVALID, "A–Z, 0–9, -; 2–32");
        }
        text("nameEn", form.texts().nameEn(), LONGEST_NAME);
        text("nameZh", form.texts().nameZh(), LONGEST_NAME);
        if (form.texts().noteEn().length() > LONGEST_NOTE) {
            throw CounterException.at("noteEn", KernelError.FIELD_INVALID, "≤ " + LONGEST_NOTE);
        }
        if (form.texts().noteZh().length() > LONGEST_NOTE) {
            throw CounterException.at("noteZh", KernelError.FIELD_INVALID, "≤ " + LONGEST_NOTE);
        }
        try {
            Currency.getInstance(form.quantity().currency());
        } catch (IllegalArgumentException unknown) {
            throw CounterException.at("currency", KernelError.FIELD_INVALID, "ISO 4217");
        }
    }

    private static void text(String field, String value, int longest) {
        if (value.isBlank()) {
            throw CounterException.at(field, KernelError.FIELD_MISSING, field);
        }
        if (value.length() > longest) {
            throw CounterException.at(field, KernelError.FIELD_INVALID, "≤ " + longest);
        }
    }

    private static void requireOpening(CampaignForm.Giving giving, Instant now) {
        if (!giving.from().isBefore(giving.until()) || !giving.until().isAfter(now)) {
            throw CounterException.at("openUntil", VoucherError.OPENING_INVALID);
        }
    }

    private static void requireValidity(CampaignForm form) {
        CampaignForm.Validity validity = form.validity();
        boolean fixed = validity.from() != null || validity.until() != null;
        boolean relative = validity.after() != null || validity.days() != null;
        if (fixed == relative) {
            throw CounterException.at("validUntil", VoucherError.VALIDITY_INVALID);
        }
        if (fixed) {
            requireFixed(validity.from(), validity.until(), form.giving().from());
        } else {
            range("validAfter", validity.after() == null ? 0 : validity.after(), 0, LONGEST_DAYS);
            range("validDays", validity.days() == null ? 0 : validity.days(), 1, LONGEST_DAYS);
        }
    }

    private static void requireFixed(@Nullable Instant from, @Nullable Instant until, Instant opens) {
        if (from == null) {
            throw CounterException.at("validFrom", KernelError.FIELD_MISSING, "validFrom");
        }
        if (until == null || !from.isBefore(until) || !opens.isBefore(until)) {
            throw CounterException.at("validUntil", VoucherError.VALIDITY_INVALID);
        }
    }

    private static void range(String field, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw CounterException.at(field, VoucherError.VALIDITY_INVALID, lowest, highest);
        }
    }

    /** Nothing is drawn for a voucher: only a promotion has a seed, so only its draws can be checked. */
    static void requireWorth(CampaignForm form) {
        Terms terms = form.terms().terms();
        boolean drawn = terms.benefit() instanceof Benefit.RandomOff || terms.benefit() instanceof Benefit.Lottery;
        if (drawn || !terms.currency().equals(form.quantity().currency())) {
            throw CounterException.at("worth", VoucherError.WORTH_INVALID);
        }
    }

    private static void requireQuantity(CampaignForm.Quantity quantity) {
        quantity("total", quantity.total(), MOST);
        quantity("perDay", quantity.perDay(), MOST);
        quantity("perPerson", quantity.perPerson() == null ? null : (long) quantity.perPerson(), 1000);
        quantity("budget", quantity.budget(), Long.MAX_VALUE);
        if (quantity.perDay() != null && quantity.total() == null) {
            throw CounterException.at("total", VoucherError.PER_DAY_NEEDS_TOTAL);
        }
    }

    private static void quantity(String field, @Nullable Long value, long most) {
        if (value != null && (value < 1 || value > most)) {
            throw CounterException.at(field, VoucherError.QUANTITY_INVALID, 1, most);
        }
    }

    private static void requireReminding(CampaignForm.Keeping keeping) {
        if (keeping.remindDays() < 0 || keeping.remindDays() > LONGEST_DAYS) {
            throw CounterException.at("remindDays", VoucherError.QUANTITY_INVALID, 0, LONGEST_DAYS);
        }
    }

    private static void requireEvent(CampaignForm.Giving giving) {
        if ((giving.way() == Way.EVENT) != (giving.event() != null)) {
            throw CounterException.at("event", VoucherError.EVENT_INVALID);
        }
        if ((giving.event() == Event.LAPSED) != (giving.eventDays() != null)
                || (giving.eventDays() != null && giving.eventDays() < 1)) {
            throw CounterException.at("eventDays", VoucherError.EVENT_INVALID);
        }
        if (giving.eventAmount() != null && giving.event() != Event.PURCHASE) {
            throw CounterException.at("eventAmount", VoucherError.EVENT_INVALID);
        }
    }

    private static void requireGenericCode(@Nullable String code) {
        if (code != null && !GENERIC.matcher(code).matches()) {
            throw CounterException.at("genericCode", VoucherError.GENERIC_CODE_INVALID);
        }
    }

    private static void requireEachOnce(List<CampaignForm.Party> parties) {
        Set<String> named = new HashSet<>();
        for (CampaignForm.Party party : parties) {
            String merchant = party.merchant().strip();
            if (!named.add(merchant.toUpperCase(Locale.ROOT))) {
                throw CounterException.at("parties", VoucherError.PARTNER_TWICE, merchant);
            }
        }
    }

    private static void requireShares(List<CampaignForm.Party> parties) {
        int sum = 0;
        for (CampaignForm.Party party : parties) {
            if (party.share() < 0 || party.share() > WHOLE) {
                throw CounterException.at("parties", VoucherError.SHARES_NOT_WHOLE);
            }
            sum += party.share();
        }
        if (!parties.isEmpty() && sum != WHOLE) {
            throw CounterException.at("parties", VoucherError.SHARES_NOT_WHOLE);
        }
    }
}
