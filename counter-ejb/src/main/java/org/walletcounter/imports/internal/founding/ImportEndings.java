package org.walletcounter.imports.internal.founding;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.walletcounter.imports.ImportEnded;
import org.walletcounter.imports.ImportView;

/** Tells whoever waits for an import on this node when the work on it has ended. Thread-safe. */
@ApplicationScoped
class ImportEndings {

    private final Map<UUID, CompletableFuture<ImportView.State>> awaited = new ConcurrentHashMap<>();

    /** How the work on an import ends, once it does. Cancelled when the server stops. */
    Future<ImportView.State> of(UUID importId) {
        return awaited.computeIfAbsent(importId, id -> new CompletableFuture<>());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportEnded ended) {
        CompletableFuture<ImportView.State> ending = awaited.remove(ended.importId());
        if (ending != null) {
            ending.complete(ended.how());
        }
    }

    @PreDestroy
    void stop() {
        awaited.values().forEach(ending -> ending.cancel(true));
    }
}
