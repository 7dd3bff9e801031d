package org.walletcounter.web.console.promotions;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.Members;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.transactions.PrizeDraw.State;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;

/** Prizes that wait to be handed over: all, a member's, or the one with a code. */
@Named("prizesView")
@ViewScoped
@AnswersRefusals
public class PrizesView implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 200;

    @Inject
    private Lotteries lotteries;

    @Inject
    private Members members;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    private String code = "";
    private String member = "";
    private @Nullable UUID handed;
    private transient List<PrizeDraw> found = List.of();
    private boolean more;

    /** Finds what the address asks for. */
    public void load() {
        if (!code.isBlank()) {
            found = List.of(lotteries.byCode(console.getActor(), code));
        } else if (!member.isBlank()) {
            found = members.byNumber(console.getActor(), member.strip())
                    .map(this::waiting)
                    .orElse(List.of());
        } else {
            found = waiting(null);
        }
    }

    private List<PrizeDraw> waiting(@Nullable UUID memberId) {
        Page<PrizeDraw> page = lotteries.open(console.getActor(), memberId, null, SHOWN);
        more = page.after() != null;
        return page.items();
    }

    /** Notes that a prize was handed over. */
    public @Nullable String handOver() {
        UUID id = handed;
        if (id == null) {
            return null;
        }
        PrizeDraw done = lotteries.handOver(console.getActor(), id, console.getStoreId());
        PrizeDraw.Prize prize = done.prize();
        messages.done("prizes.done", prize == null ? "" : prize.names().in(console.getLanguage()));
        return "/console/prizes.xhtml?faces-redirect=true";
    }

    /** Whether a prize may be handed over still. */
    public boolean isOpen(PrizeDraw draw) {
        return draw.state() == State.TO_HAND_OVER || draw.state() == State.FAILED;
    }

    public List<PrizeDraw> getFound() {
        return found;
    }

    /** Whether more wait than are shown. */
    public boolean isMore() {
        return more;
    }

    /** Whether the list shows a part only. */
    public boolean isNarrowed() {
        return !code.isBlank() || !member.isBlank();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = requireNonNullElse(code, "");
    }

    public String getMember() {
        return member;
    }

    public void setMember(@Nullable String member) {
        this.member = requireNonNullElse(member, "");
    }

    public @Nullable UUID getHanded() {
        return handed;
    }

    public void setHanded(@Nullable UUID handed) {
        this.handed = handed;
    }
}
