package org.walletcounter.web.api.vouchers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.BusinessYears;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.web.api.JsonBody;

/** A campaign's form as it comes over HTTP. */
final class CampaignBody {

    private CampaignBody() {}

    static CampaignForm read(JsonBody json, Definitions definitions) {
        String currency = json.currency("currency");
        String nameEn = json.text("nameEn");
        String nameZh = json.text("nameZh");
        String code = json.text("code");
        return new CampaignForm(
                code,
                new CampaignForm.Texts(
                        nameEn, nameZh, orEmpty(json.optionalText("noteEn")), orEmpty(json.optionalText("noteZh"))),
                terms(json, definitions, new Said(nameEn, nameZh, currency)),
                giving(json),
                new CampaignForm.Validity(
                        moment(json, "validFrom"),
                        moment(json, "validUntil"),
                        count(json, "validAfter"),
                        count(json, "validDays")),
                new CampaignForm.Quantity(
                        json.optionalNumber("total"),
                        json.optionalNumber("perDay"),
                        count(json, "perPerson"),
                        json.optionalNumber("budget"),
                        currency),
                keeping(json),
                json.objects(
                        "parties",
                        party -> new CampaignForm.Party(
                                party.text("merchant"), party.truth("honours", true), party.count("share"))));
    }

    private record Said(String nameEn, String nameZh, String currency) {}

    private static VoucherTerms terms(JsonBody json, Definitions definitions, Said said) {
        String whole = json.optionalText("terms");
        if (whole != null) {
            return definitions.read(whole, VoucherTerms.class);
        }
        JsonBody worth = json.child("worth");
        return Worth.read(worth).terms(said.nameEn(), said.nameZh(), said.currency(), worth);
    }

    private static CampaignForm.Giving giving(JsonBody json) {
        String event = json.optionalText("event");
        Long amount = json.optionalNumber("eventAmount");
        String generic = json.optionalText("genericCode");
        Instant from = moment(json, "openFrom");
        Instant until = moment(json, "openUntil");
        if (from == null) {
            throw json.missing("openFrom");
        }
        if (until == null) {
            throw json.missing("openUntil");
        }
        return new CampaignForm.Giving(
                constant(json, "way", CampaignForm.Way.class, json.text("way")),
                event == null ? null : constant(json, "event", CampaignForm.Event.class, event),
                count(json, "eventDays"),
                amount == null ? null : Money.of(amount, json.currency("currency")),
                from,
                until,
                generic == null ? null : generic.strip().toUpperCase(Locale.ROOT));
    }

    private static CampaignForm.Keeping keeping(JsonBody json) {
        Integer remind = count(json, "remindDays");
        return new CampaignForm.Keeping(
                json.truth("givable", false), json.truth("comesBack", true), remind == null ? 3 : remind);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Integer count(JsonBody json, String name) {
        Long number = json.optionalNumber(name);
        if (number != null && number != number.intValue()) {
            throw json.invalid(name);
        }
        return number == null ? null : number.intValue();
    }

    private static @Nullable Instant moment(JsonBody json, String name) {
        String text = json.optionalText(name);
        try {
            return text == null
                    ? null
                    : BusinessYears.moment(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            throw json.invalid(name);
        }
    }

    static <E extends Enum<E>> E constant(JsonBody json, String name, Class<E> type, String value) {
        try {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw json.invalid(name);
        }
    }
}
