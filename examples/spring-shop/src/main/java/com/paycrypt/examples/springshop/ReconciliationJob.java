package com.paycrypt.examples.springshop;

import com.paycrypt.examples.shop.Reconciliation;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks about sessions whose webhook never came. */
@Component
class ReconciliationJob {
    private final Reconciliation reconciliation;

    ReconciliationJob(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        reconciliation.run();
    }
}
