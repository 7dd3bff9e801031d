package org.walletcounter.web.console.vouchers;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.SegmentSnapshot;
import org.walletcounter.loyalty.Segments;
import org.walletcounter.members.Members;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;
import org.walletcounter.web.console.Show;

/**
 * Grants a campaign's vouchers to named members or to a segment's newest snapshot. A snapshot is granted page by page: each
 * turn of the page does one step in one transaction, so that its reader sees how far it is and can stop it.
 */
@Named("voucherGrantView")
@ViewScoped
@AnswersRefusals
public class VoucherGrantView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 500;
    private static final int SHOWN = 50;

    @Inject
    private Vouchers vouchers;

    @Inject
    private Segments segments;

    @Inject
    private Members members;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Show show;

    private @Nullable UUID campaign;
    private @Nullable UUID segment;
    private String numbers = "";
    private @Nullable UUID snapshot;
    private @Nullable String after;
    private int whole;
    private int seen;
    private int granted;
    private boolean started;
    private final List<Missed> missed = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    /** Somebody who got none: their id where it is known, else what was typed. */
    public record Missed(@Nullable UUID memberId, String who, String why) implements Serializable {}

    /** A segment that can be granted to. */
    public record Choice(UUID id, String name, int members) {}

    /** The segments with a snapshot that is done. */
    public List<Choice> getChoices() {
        return segments.all(console.getActor()).stream().flatMap(this::choice).toList();
    }

    private Stream<Choice> choice(Segment each) {
        UUID id = requireNonNull(each.id());
        String name = "zh".equals(console.getLanguage()) ? each.nameZh() : each.nameEn();
        return newest(id).map(done -> new Choice(id, name, done.members()));
    }

    private Stream<SegmentSnapshot> newest(UUID id) {
        return segments.snapshots(console.getActor(), id).stream()
                .filter(each -> each.state() == SegmentSnapshot.State.DONE)
                .limit(1);
    }

    /** Begins: named members at once, a segment with its first step. */
    public void start() {
        forget();
        Set<UUID> named = new LinkedHashSet<>();
        List<String> asked = Stream.of(numbers.split("[\\n,，;；]"))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        if (asked.isEmpty() == (segment == null)) {
            messages.wrong("numbers", "vouchers.grant.whom");
            return;
        }
        started = true;
        if (segment != null) {
            newest(segment).findFirst().ifPresent(this::begin);
            return;
        }
        whole = asked.size();
        asked.forEach(number ->
                members.byNumber(console.getActor(), number).ifPresentOrElse(named::add, () -> unknown(number)));
        grant(List.copyOf(named));
        seen = whole;
    }

    private void begin(SegmentSnapshot newest) {
        snapshot = newest.id();
        whole = newest.members();
        step();
    }

    /** The next step of a snapshot. */
    public void step() {
        if (snapshot == null) {
            return;
        }
        Page<UUID> page = segments.members(console.getActor(), snapshot, after, AT_ONCE);
        grant(page.items());
        seen += page.items().size();
        after = page.after();
        if (after == null) {
            snapshot = null;
        }
    }

    /** Stops after the step that is done; who has a voucher keeps it. */
    public void stop() {
        snapshot = null;
    }

    private void grant(List<UUID> to) {
        if (to.isEmpty()) {
            return;
        }
        try {
            Granted done = vouchers.grant(console.getActor(), requireNonNull(campaign), to);
            granted += done.granted();
            done.refused().forEach(this::refused);
        } catch (CounterException stopped) {
            snapshot = null;
            started = granted > 0;
            throw stopped;
        }
    }

    private void refused(Granted.Refused refused) {
        miss(new Missed(refused.memberId(), "", show.label("voucher-missed", refused.why())));
    }

    private void unknown(String number) {
        miss(new Missed(null, number, show.label("voucher-missed", VoucherError.NO_SUCH_MEMBER)));
    }

    private void miss(Missed one) {
        reasons.merge(one.why(), 1, Integer::sum);
        if (missed.size() < SHOWN) {
            missed.add(one);
        }
    }

    private void forget() {
        snapshot = null;
        after = null;
        whole = 0;
        seen = 0;
        granted = 0;
        started = false;
        missed.clear();
        reasons.clear();
    }

    /** Whether there are steps left. */
    public boolean isBusy() {
        return snapshot != null;
    }

    /** Whether there is something to tell. */
    public boolean isStarted() {
        return started;
    }

    public int getWhole() {
        return whole;
    }

    public int getSeen() {
        return seen;
    }

    public int getGranted() {
        return granted;
    }

    /** The first of those who got none. */
    public List<Missed> getMissed() {
        return missed;
    }

    /** How many got none, by reason. */
    public Map<String, Integer> getReasons() {
        return reasons;
    }

    public @Nullable UUID getCampaign() {
        return campaign;
    }

    public void setCampaign(@Nullable UUID campaign) {
        this.campaign = campaign;
    }

    public @Nullable UUID getSegment() {
        return segment;
    }

    public void setSegment(@Nullable UUID segment) {
        this.segment = segment;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(@Nullable String numbers) {
        this.numbers = numbers == null ? "" : numbers;
    }
}
