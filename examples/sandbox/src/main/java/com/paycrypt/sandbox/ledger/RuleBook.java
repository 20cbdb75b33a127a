package com.paycrypt.sandbox.ledger;

import com.paycrypt.sandbox.model.Fact.Kind;
import com.paycrypt.sandbox.model.Fault;
import com.paycrypt.sandbox.model.Fault.Scope;
import com.paycrypt.sandbox.model.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules in force, oldest first; of those that match, the oldest applies. Thread-safe. */
public final class RuleBook {
    private static final int MAX_RULES = 1_000;

    private final Guard guard;
    private final Clock clock;
    private final Journal journal;
    private final List<Active> active = new ArrayList<>();

    RuleBook(Guard guard, Clock clock, Journal journal) {
        this.guard = guard;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Adds a rule.
     *
     * @param rule the rule
     * @return false, with nothing added, if there are already {@value #MAX_RULES}
     */
    public boolean add(Rule rule) {
        return guard.hold(() -> {
            boolean possible = inForce().size() < MAX_RULES;
            if (possible) {
                active.add(new Active(rule, rule.lasts().map(clock.instant()::plus)));
                journal.add(Kind.SETTING, "rule: " + rule.text());
            }
            return possible;
        });
    }

    /** Removes all rules. */
    public void clear() {
        guard.hold(() -> {
            if (!active.isEmpty()) {
                active.clear();
                journal.add(Kind.SETTING, "no rules any more");
            }
            return true;
        });
    }

    /**
     * Returns the rules in force.
     *
     * @return the rules, oldest first, with the times that are left of them
     */
    public List<Rule> all() {
        return guard.hold(() -> inForce().stream().map(Active::rule).toList());
    }

    /**
     * Applies the rule that matches, if one does, and counts it.
     *
     * @param scope what is about to happen
     * @param sessionId the session it is about, if any
     * @param type the event's type or the operation
     * @return what goes wrong, or empty if nothing does
     */
    public Optional<Fault> apply(Scope scope, Optional<String> sessionId, String type) {
        return guard.hold(() -> {
            Optional<Active> match = inForce().stream()
                    .filter(each -> each.matches(scope, sessionId, type))
                    .findFirst();
            match.ifPresent(this::use);
            return match.map(each -> tell(each.rule(), sessionId, type));
        });
    }

    private Fault tell(Rule rule, Optional<String> sessionId, String type) {
        String text = rule.fault().label() + " disturbs " + type;
        sessionId.ifPresentOrElse(id -> journal.add(Kind.DISTURBED, id, text), () -> journal.add(Kind.DISTURBED, text));
        return rule.fault();
    }

    private List<Active> inForce() {
        Instant now = clock.instant();
        active.removeIf(each -> each.until().filter(end -> !now.isBefore(end)).isPresent());
        return active;
    }

    private void use(Active used) {
        if (used.rule().times().isPresent()) {
            int left = used.rule().times().getAsInt() - 1;
            int index = active.indexOf(used);
            if (left > 0) {
                active.set(index, new Active(used.rule().times(left), used.until()));
            } else {
                active.remove(index);
            }
        }
    }

    private record Active(Rule rule, Optional<Instant> until) {
        boolean matches(Scope scope, Optional<String> sessionId, String type) {
            return rule.fault().scope() == scope
                    && rule.type().map(type::equals).orElse(true)
                    && rule.sessionId()
                            .map(id -> sessionId.filter(id::equals).isPresent())
                            .orElse(true);
        }
    }
}
