package com.paycrypt.sandbox;

import com.paycrypt.sandbox.ledger.RuleBook;
import com.paycrypt.sandbox.model.Rule;
import java.util.List;

/** The rules by which a sandbox goes wrong. Of those that match, the oldest applies. Thread-safe. */
public final class Rules {
    private final RuleBook book;

    Rules(RuleBook book) {
        this.book = book;
    }

    /**
     * Adds a rule.
     *
     * @param rule what goes wrong, and how often
     * @throws IllegalStateException if there are already a thousand
     */
    public void add(Rule rule) {
        if (!book.add(rule)) {
            throw new IllegalStateException(
                    "there are too many rules already: " + book.all().size());
        }
    }

    /**
     * Returns the rules in force.
     *
     * @return the rules, oldest first, with the times that are left of them
     */
    public List<Rule> all() {
        return book.all();
    }

    /** Removes all rules. */
    public void clear() {
        book.clear();
    }
}
