package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.walletcounter.audit.AuditTrail;
import org.walletcounter.kernel.Page;

/** The record of privileged acts, newest first. */
@Named("auditView")
@RequestScoped
@AnswersRefusals
public class AuditView {

    private static final int LIMIT = 50;
    private static final Pattern MOMENT = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    @Inject
    private AuditTrail auditTrail;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    private Trail trail = Trail.START;
    private List<AuditTrail.Entry> entries = List.of();

    /** Reads the page that the address asks for. */
    public void load() {
        Page<AuditTrail.Entry> page = auditTrail.entries(console.getActor(), trail.cursor(), LIMIT);
        entries = page.items();
        trail = trail.leadingTo(page.after());
    }

    /** Where to look at what an act was done to, if there is a page for it. */
    public @Nullable String page(String subject) {
        String[] parts = subject.split(":", 2);
        return switch (parts[0]) {
            case "payment" -> "/console/transaction.xhtml?id=" + parts[1];
            case "member" -> "/console/member.xhtml?id=" + parts[1];
            default -> null;
        };
    }

    /** More about an act; when a parameter begins to hold by the merchant's clocks. */
    public String detail(AuditTrail.Entry entry) {
        return entry.subject().startsWith("parameter:")
                ? MOMENT.matcher(entry.detail()).replaceAll(found -> show.time(Instant.parse(found.group())))
                : entry.detail();
    }

    public List<AuditTrail.Entry> getEntries() {
        return entries;
    }

    public Trail getPath() {
        return trail;
    }

    public String getTrail() {
        return trail.text();
    }

    public void setTrail(@Nullable String walked) {
        trail = Trail.of(walked);
    }
}
