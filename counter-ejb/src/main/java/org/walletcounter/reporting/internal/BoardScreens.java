package org.walletcounter.reporting.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.walletcounter.reporting.BoardView;

/**
 * Who watches which board. A push reads each watched board once and calls its screens only when its figures differ from
 * what they were shown last; a screen that throws is dropped. Thread-safe.
 */
class BoardScreens {

    private final Map<BoardKey, Set<Screen>> watched = new ConcurrentHashMap<>();
    private final Function<BoardKey, BoardView> reader;

    BoardScreens(Function<BoardKey, BoardView> reader) {
        this.reader = reader;
    }

    AutoCloseable add(BoardKey key, Consumer<BoardView> target) {
        Screen screen = new Screen(target);
        watched.compute(key, (same, screens) -> {
            Set<Screen> all = screens == null ? ConcurrentHashMap.newKeySet() : screens;
            all.add(screen);
            return all;
        });
        return () -> remove(key, screen);
    }

    void clear() {
        watched.clear();
    }

    /** How many screens watch: none left behind is what the tests ask for. */
    int count() {
        return watched.values().stream().mapToInt(Set::size).sum();
    }

    /** Shows every screen what is new. A board that cannot be read now is tried again with the next push. */
    void push() {
        watched.forEach((key, screens) -> {
            try {
                BoardView view = reader.apply(key);
                screens.forEach(screen -> show(key, screen, view));
            } catch (RuntimeException unreadable) {
                ReportingLog.LOG.boardNotPushed(key.merchantId(), unreadable);
            }
        });
    }

    private void show(BoardKey key, Screen screen, BoardView view) {
        try {
            screen.show(view);
        } catch (RuntimeException gone) {
            remove(key, screen);
        }
    }

    private void remove(BoardKey key, Screen screen) {
        watched.computeIfPresent(key, (same, screens) -> {
            screens.remove(screen);
            return screens.isEmpty() ? null : screens;
        });
    }

    /** One screen and what it was shown last. */
    private static final class Screen {

        private final Consumer<BoardView> target;
        private @Nullable BoardView shown;

        Screen(Consumer<BoardView> target) {
            this.target = target;
        }

        synchronized void show(BoardView view) {
            if (!view.equals(shown)) {
                shown = view;
                target.accept(view);
            }
        }
    }
}
