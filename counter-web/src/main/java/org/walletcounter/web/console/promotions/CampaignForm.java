package org.walletcounter.web.console.promotions;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.walletcounter.promotions.Stacking;

/** A whole campaign while it is filled in. */
public class CampaignForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ALL = "all";
    private static final String OF = "of";

    private final KindForm names = new KindForm(Kinds.NAMES);
    private final KindForm goods = new KindForm(Kinds.GOODS);
    private final KindForm stacking = new KindForm(Kinds.STACKING);
    private final KindForm funding = new KindForm(Kinds.FUNDING);
    private final KindForm dates = new KindForm(Kinds.DATES_OF_IT);
    private final KindForm limits = new KindForm(Kinds.LIMITS);
    private final KindForm guard = new KindForm(Kinds.GUARD);
    private final List<KindForm> conditions = new ArrayList<>();
    private final String currency;
    private KindForm benefit;
    private String match = ALL;

    CampaignForm(String kind, String currency) {
        this.currency = currency;
        benefit = new KindForm(Kinds.of(Kinds.BENEFITS, kind));
    }

    /** A form for what the definition of a draft says. */
    static CampaignForm of(JsonObject draft, Ground ground) {
        JsonObject terms = draft.getJsonObject("terms");
        CampaignForm form = new CampaignForm(Kinds.TEXT_KIND, ground.currency());
        form.names.take(terms.getJsonObject("names"), ground);
        form.goods.take(terms.getJsonObject("on"), ground);
        form.stacking.take(terms.getJsonObject("stacking"), ground);
        form.funding.take(terms.getJsonObject("funding"), ground);
        form.dates.take(draft, ground);
        form.limits.take(draft.getJsonObject("limits"), ground);
        form.guard.take(terms, ground);
        form.benefit = KindForm.of(Kinds.BENEFITS, terms.getJsonObject("benefit"), ground);
        form.takeConditions(terms.getJsonObject("when"), ground);
        form.hideUsual();
        return form;
    }

    private void takeConditions(JsonObject when, Ground ground) {
        String kind = when.getString("kind", "");
        if (kind.equals(ALL) || kind.equals("any")) {
            match = kind;
            JsonArray of = when.getJsonArray(OF);
            of.getValuesAs(JsonObject.class)
                    .forEach(each -> conditions.add(KindForm.of(Kinds.CONDITIONS, each, ground)));
        } else {
            conditions.add(KindForm.of(Kinds.CONDITIONS, when, ground));
        }
    }

    /** What means "no limit" is shown as nothing. */
    private void hideUsual() {
        for (String name : List.of("atMost", "perCategory")) {
            FieldForm field = stacking.field(name);
            if (field.getText().equals(Integer.toString(Stacking.ANY))) {
                field.setText("");
            }
        }
        if (stacking.field("priority").getText().equals("0")) {
            stacking.field("priority").setText("");
        }
        FieldForm party = funding.getRows().get(0).first();
        if (funding.getRows().size() == 1 && party.getText().equals("merchant")) {
            funding.removeRow(0);
        }
    }

    /** The draft's definition, with the place of each field. */
    JsonObject write(Written written) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("names", written.isTrial() ? named() : names.write("terms.names", written));
        terms.put("currency", written.ground().currency());
        terms.put("benefit", benefit.write("terms.benefit", written));
        terms.put("on", goods.write("terms.on", written));
        terms.put("when", when(written));
        terms.put("stacking", stacking.write("terms.stacking", written));
        if (funding.isTouched()) {
            terms.put("funding", funding.write("terms.funding", written));
        }
        terms.putAll(guard.write("terms", written));
        Map<String, Object> draft = new LinkedHashMap<>(dates.write("", written));
        draft.put("terms", terms);
        draft.put("limits", limits.write("limits", written));
        return Json.of(draft);
    }

    /** The names; in a trial a missing one is made up, for nobody needs it to see a price. */
    private Map<String, Object> named() {
        Map<String, Object> both = new LinkedHashMap<>();
        for (FieldForm name : names.getFields()) {
            both.put(name.getAsked().name(), name.isBlank() ? "…" : name.getText());
        }
        return both;
    }

    private Map<String, Object> when(Written written) {
        Map<String, Object> when = new LinkedHashMap<>();
        List<Object> of = new ArrayList<>();
        when.put("kind", conditions.isEmpty() ? ALL : match);
        for (KindForm condition : conditions) {
            of.add(condition.write("terms.when." + OF + "[" + of.size() + "]", written));
        }
        when.put(OF, of);
        return when;
    }

    /** Adds a condition. */
    void addCondition(String kind) {
        conditions.add(new KindForm(Kinds.of(Kinds.CONDITIONS, kind)));
    }

    /** Takes a condition away. */
    public void removeCondition(int at) {
        conditions.remove(at);
    }

    /** What its amounts are in. */
    public String getCurrency() {
        return currency;
    }

    public KindForm getNames() {
        return names;
    }

    public KindForm getGoods() {
        return goods;
    }

    public KindForm getStacking() {
        return stacking;
    }

    public KindForm getFunding() {
        return funding;
    }

    public KindForm getDates() {
        return dates;
    }

    public KindForm getLimits() {
        return limits;
    }

    public KindForm getGuard() {
        return guard;
    }

    public List<KindForm> getConditions() {
        return conditions;
    }

    public KindForm getBenefit() {
        return benefit;
    }

    public String getMatch() {
        return match;
    }

    public void setMatch(String match) {
        this.match = match;
    }
}
