package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffView;

/** What people call the actors and subjects of the audit trail, whose rows hold ids only. */
@Named("people")
@RequestScoped
public class People {

    private static final String SYSTEM = "system";
    private static final int TOLD_APART = 6;

    @Inject
    private Merchants merchants;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    private @Nullable Map<String, String> names;

    /** The name of an actor's id; the kind and the end of the id where the reader may not know names. */
    public String name(String actor) {
        String known = names().get(actor);
        return known == null ? subject(actor) : known;
    }

    /** A name that was written down; the system's in the reader's language. */
    public String named(String cashier) {
        return SYSTEM.equals(cashier) ? show.label("role", SYSTEM) : cashier;
    }

    /** A subject as kind and the end of its id, which tells it apart from others. */
    public String subject(String subject) {
        String[] parts = subject.split(":", 2);
        String kind = show.label("subject", parts[0]);
        return parts.length == 1 ? kind : kind + " …" + end(parts[1]);
    }

    private static String end(String id) {
        return id.substring(Math.max(0, id.length() - TOLD_APART));
    }

    private Map<String, String> names() {
        if (names == null) {
            names = console.may("staff")
                    ? merchants.staff(console.getActor()).stream()
                            .collect(Collectors.toMap(staff -> "staff:" + staff.id(), StaffView::name))
                    : Map.of();
        }
        return names;
    }
}
