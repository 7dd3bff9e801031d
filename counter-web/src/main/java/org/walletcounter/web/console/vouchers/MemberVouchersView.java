package org.walletcounter.web.console.vouchers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;

/** A member's latest vouchers, on the member's page. */
@Named("memberVouchersView")
@RequestScoped
@AnswersRefusals
public class MemberVouchersView {

    private static final int SHOWN = 12;

    @Inject
    private Vouchers vouchers;

    @Inject
    private ConsoleSession console;

    private @Nullable UUID id;
    private List<VoucherView> latest = List.of();

    /** Reads them. */
    public void load() {
        if (id != null) {
            latest = vouchers.of(console.getActor(), id, true).stream()
                    .limit(SHOWN)
                    .toList();
        }
    }

    public List<VoucherView> getLatest() {
        return latest;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
