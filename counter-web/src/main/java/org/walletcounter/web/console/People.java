package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.merchants.TillView;

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
    private @Nullable Map<String, String> tills;

    /** A name that was written down; the system's in the reader's language. */
    public String named(String cashier) {
        return SYSTEM.equals(cashier) ? show.label("role", SYSTEM) : cashier;
    }

    /**
     * The name of an actor or subject: of staff, stores, tills and parameters. Of others, and of staff where the reader may not
     * know names, its kind and the end of its id, which tells it apart.
     */
    public String name(String subject) {
        String[] parts = subject.split(":", 2);
        String kind = show.label("subject", parts[0]);
        if (parts.length == 1) {
            return kind;
        }
        String otherwise = kind + " …" + end(parts[1]);
        return switch (parts[0]) {
            case "parameter" -> show.label("parameter", parts[1]);
            case "store" -> store(subject).orElse(otherwise);
            case "till" -> tills().getOrDefault(subject, otherwise);
            default -> names().getOrDefault(subject, otherwise);
        };
    }

    private Optional<String> store(String subject) {
        return console.getStores().stream()
                .filter(store -> subject.equals("store:" + store.id()))
                .map(store -> store.name(console.getLanguage()))
                .findFirst();
    }

    private Map<String, String> tills() {
        if (tills == null) {
            tills = merchants.tillsByStore(console.getActor()).values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(till -> "till:" + till.id(), this::placed));
        }
        return tills;
    }

    private String placed(TillView till) {
        return console.storeName(till.storeId()) + " · " + till.name();
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
