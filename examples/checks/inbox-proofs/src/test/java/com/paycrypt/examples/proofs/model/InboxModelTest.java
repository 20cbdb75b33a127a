package com.paycrypt.examples.proofs.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.paycrypt.examples.proofs.model.Model.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A model of the inbox, searched whole: every interleaving of three processes and two deliveries of one session, with up
 * to one crash ({@code -Dmodel.crashes=2}: two), one lost statement or reply, one failing handler and one pause that is
 * longer than a lease. Claims, leases, renewals and their end, completion, failure and responses are single steps, between
 * which anything may happen.
 */
class InboxModelTest {
    private static final int PROCESSES = 3;
    private static final int CRASHES = Integer.getInteger("model.crashes", 1);

    @ParameterizedTest
    @EnumSource
    void everyInterleavingKeepsTheInvariants(Style style) {
        Search search = new Search(new Model(style, Fault.NONE));
        assertThat(search.run(Model.initial(PROCESSES, CRASHES, 1, 1, 1))).isNull();
        System.out.println(style + ": " + search.states() + " states, " + search.transitions() + " transitions");
        assertThat(search.states()).isGreaterThan(10_000);
    }

    @Test
    void withoutFaultsAPlainHandlerTakesEffectOnce() {
        Search search = new Search(new Model(Style.PLAIN, Fault.NONE));
        assertThat(search.run(Model.initial(PROCESSES, 0, 0, 0, 0))).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPlantedFaultIsFound(Fault fault) {
        String violation = new Search(new Model(Style.PLAIN, fault)).run(Model.initial(PROCESSES, 1, 0, 0, 0));
        if (violation == null) {
            violation = new Search(new Model(Style.IN_TRANSACTION, fault)).run(Model.initial(PROCESSES, 1, 1, 1, 1));
        }
        assertThat(violation).as("%s is found", fault).isNotNull();
        System.out.println(fault + ": " + violation.lines().findFirst().orElseThrow());
    }
}
