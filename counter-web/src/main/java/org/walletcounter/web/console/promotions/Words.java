package org.walletcounter.web.console.promotions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Figures;
import org.walletcounter.web.console.Show;

/**
 * Says in plain words what a campaign's form holds, a sentence for each part. The sentence of a kind stands in the texts as
 * {@code say.<group>.<code>} and takes the kind's fields in their order, then its rows. A field that may be empty has its part of the
 * sentence in {@code say.<group>.<code>.<field>}, a row in {@code say.<group>.<code>.row}.
 */
@Named("words")
@RequestScoped
public class Words {

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    @Inject
    private Choices choices;

    /** All that the form says: what it gives, on which goods, when, with what, how often, what it keeps, who pays. */
    public List<String> sentences(CampaignForm form) {
        List<String> all = new ArrayList<>();
        all.add(sentence(form.getBenefit()));
        all.add(goods(form.getGoods()));
        all.addAll(conditions(form));
        for (KindForm part : List.of(form.getStacking(), form.getLimits(), form.getGuard())) {
            String parts = parts(part);
            if (!parts.isEmpty()) {
                all.add(show.text("say.part." + part.getKind().code(), parts));
            }
        }
        if (form.getFunding().isTouched()) {
            all.add(sentence(form.getFunding()));
        }
        return all;
    }

    private List<String> conditions(CampaignForm form) {
        List<String> all = new ArrayList<>();
        if (form.getConditions().size() > 1) {
            all.add(show.text("promo.match." + form.getMatch()));
        }
        form.getConditions().forEach(each -> all.add(sentence(each)));
        return all;
    }

    private String goods(KindForm goods) {
        String only = parts(goods);
        return only.isEmpty() ? show.text("say.part.on.all") : only;
    }

    /** What one part says. */
    public String sentence(KindForm form) {
        if (form.isText()) {
            return show.text("say.text", form.getText().getText());
        }
        String key = key(form);
        List<Object> arguments = new ArrayList<>();
        form.getFields().forEach(field -> arguments.add(argument(key, field)));
        arguments.add(form.getRows().stream()
                .filter(RowForm::isThere)
                .map(row -> row(key, row))
                .collect(Collectors.joining(show.text("say.between"))));
        return show.text(key, arguments.toArray());
    }

    private String row(String key, RowForm row) {
        List<Object> arguments = new ArrayList<>();
        row.fields().forEach(field -> arguments.add(argument(key, field)));
        return show.text(key + ".row", arguments.toArray());
    }

    /** The fields that are filled in, each in its own part of a sentence. */
    private String parts(KindForm form) {
        return form.getFields().stream()
                .filter(field -> !field.isBlank() && !field.getAsked().required())
                .map(field -> argument(key(form), field))
                .collect(Collectors.joining(show.text("say.between")));
    }

    private static String key(KindForm form) {
        return "say." + form.getKind().group() + "." + form.getKind().code();
    }

    private String argument(String key, FieldForm field) {
        if (field.isBlank()) {
            return field.getAsked().required() ? "…" : "";
        }
        String shown = shown(field);
        return field.getAsked().required()
                ? shown
                : orElse(key + "." + field.getAsked().name(), shown, shown);
    }

    private String orElse(String key, String argument, String otherwise) {
        try {
            return show.text(key, argument);
        } catch (MissingResourceException plain) {
            return otherwise;
        }
    }

    private String shown(FieldForm field) {
        Entry entry = field.getAsked().entry();
        return switch (entry) {
            case MONEY -> money(field.getText());
            case PERCENT, SHARE -> field.getText().strip() + "%";
            case MOMENT -> field.getText().replace('T', ' ');
            default ->
                entry.isTicked() || entry.isPicked()
                        ? named(field)
                        : field.getText().strip();
        };
    }

    private String named(FieldForm field) {
        Entry entry = field.getAsked().entry();
        return entry.isPicked()
                ? choices.name(entry, field.getText())
                : field.getTicked().stream()
                        .map(code -> choices.name(entry, code))
                        .collect(Collectors.joining(show.text("say.comma")));
    }

    private String money(String typed) {
        try {
            return show.money(Money.parse(
                    Figures.withoutGroups(typed), console.getMerchant().currency()));
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return typed;
        }
    }

    /** The text of a fault: by its key, or as it stands. */
    public String fault(@Nullable String fault) {
        if (fault == null || fault.isEmpty()) {
            return "";
        }
        try {
            return show.text(fault);
        } catch (MissingResourceException spelt) {
            return fault;
        }
    }

    /** What a field is called; amounts with their currency. */
    public String label(FieldForm field) {
        String name = field.getAsked().label();
        String special = field.getAsked().entry() + "-" + name;
        String label = show.label("promo-field", special);
        String called = label.equals(special) ? show.label("promo-field", name) : label;
        return field.getAsked().entry() == Entry.MONEY
                ? show.text("promo.in", called, console.getMerchant().currency())
                : called;
    }

    /** The list on the page whose words a field may hold; null for none. */
    public @Nullable String list(FieldForm field) {
        return switch (field.getAsked().label()) {
            case "skus", "exceptSkus" -> "products";
            case "categories", "exceptCategories" -> "categories";
            case "brands" -> "brands";
            case "tags" -> "tags";
            default -> null;
        };
    }

    /** What helps to fill in a field; empty for nothing. */
    public String hint(FieldForm field) {
        String name = field.getAsked().label();
        String hint = show.label("promo-hint", name);
        return hint.equals(name) ? "" : hint;
    }
}
