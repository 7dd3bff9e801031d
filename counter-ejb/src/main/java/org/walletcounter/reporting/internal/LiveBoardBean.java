package org.walletcounter.reporting.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.reporting.LiveBoard;

/** The live board behind its door: boards are kept while they are of today, and pushed to whoever watches. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RunAs("system")
@RolesAllowed({"manager", "analyst", "administrator"})
public class LiveBoardBean implements LiveBoard {

    private static final long PUSH_MILLIS = 350;

    private final Map<BoardKey, Board> boards = new ConcurrentHashMap<>();
    private final BoardScreens screens = new BoardScreens(this::refreshed);

    @Resource(lookup = "java:jboss/datasources/CounterReadDS")
    private DataSource books;

    @Resource
    private TimerService timers;

    @Inject
    private Merchants merchants;

    @Inject
    private BoardPulse pulse;

    @Inject
    private Clock clock;

    @PostConstruct
    void start() {
        wind();
    }

    @PreDestroy
    void stop() {
        screens.clear();
    }

    /** Shows every screen what is new, then winds the clock again: pushes never overlap, however slow a reading is. */
    @Timeout
    void push() {
        try {
            screens.push();
        } finally {
            wind();
        }
    }

    private void wind() {
        timers.createSingleActionTimer(PUSH_MILLIS, new TimerConfig(null, false));
    }

    @Override
    public BoardView today(Actor actor, @Nullable UUID storeId) {
        if (storeId != null) {
            merchants.store(actor, storeId);
        }
        return refreshed(new BoardKey(actor.merchantId(), storeId == null ? actor.storeId() : storeId));
    }

    @Override
    public AutoCloseable watch(Actor actor, Consumer<BoardView> screen) {
        return screens.add(new BoardKey(actor.merchantId(), actor.storeId()), screen);
    }

    private BoardView refreshed(BoardKey key) {
        return board(key).view(pulse.of(key.merchantId()));
    }

    private Board board(BoardKey key) {
        Instant now = clock.instant();
        MerchantView merchant = merchants.merchant(key.merchantId());
        LocalDate today = merchants.businessDay(key.merchantId(), now);
        BoardDay day = new BoardDay(key.merchantId(), key.storeId(), today, merchant.zone(), merchant.currency());
        return boards.compute(
                key,
                (same, kept) ->
                        kept != null && kept.day().equals(day) ? kept : new Board(day, new BoardQuery(books), clock));
    }
}
