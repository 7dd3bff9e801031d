package org.walletcounter.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.Adjustment;
import org.walletcounter.loyalty.Liability;
import org.walletcounter.loyalty.PointsProgrammes;
import org.walletcounter.loyalty.Programme;

/** Points: the programmes and their rules, corrections that wait for a second person, and what is owed to members. */
@Named("pointsView")
@ViewScoped
@AnswersRefusals
public class PointsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LIMIT = 50;
    private static final String HERE = "/console/points.xhtml?faces-redirect=true";

    @Inject
    private PointsProgrammes programmes;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private transient List<Programme> all = List.of();
    private transient List<Adjustment> open = List.of();
    private transient List<Liability> owed = List.of();
    private ProgrammeForm form = new ProgrammeForm();

    /** Reads what stands. */
    public void load() {
        all = programmes.all(console.getActor());
        open = programmes.adjustments(console.getActor(), true, null, LIMIT).items();
        owed = all.isEmpty()
                ? List.of()
                : programmes.liability(
                        console.getActor(), Objects.requireNonNull(all.get(0).id()));
    }

    /** Opens the form for a new programme. */
    public void begin() {
        form = new ProgrammeForm();
    }

    /** Opens the form for one that is there. */
    public void edit(UUID id) {
        form = ProgrammeForm.of(
                programmes.programme(console.getActor(), id),
                console.getMerchant().currency());
    }

    /** Keeps what the form holds: a new version of the rules. */
    public @Nullable String save() {
        try {
            Programme saved = programmes.save(console.getActor(), form.programme());
            messages.done("points.saved", saved.code(), saved.version());
            return HERE;
        } catch (CounterException refused) {
            throw ProgrammeForm.atInput(refused);
        }
    }

    /** Lets a correction happen. */
    public @Nullable String approve(UUID id) {
        programmes.decide(console.getActor(), id, true);
        messages.done("points.approved");
        return HERE;
    }

    /** Stops a correction. */
    public @Nullable String decline(UUID id) {
        programmes.decide(console.getActor(), id, false);
        messages.done("points.declined");
        return HERE;
    }

    /** An amount of the merchant's currency. */
    public Money money(long minor) {
        return Money.of(minor, console.getMerchant().currency());
    }

    public List<Programme> getAll() {
        return all;
    }

    public List<Adjustment> getOpen() {
        return open;
    }

    public List<Liability> getOwed() {
        return owed;
    }

    public ProgrammeForm getForm() {
        return form;
    }

    public Programme.Basis[] getBases() {
        return Programme.Basis.values();
    }

    public Programme.Expiry[] getExpiries() {
        return Programme.Expiry.values();
    }
}
