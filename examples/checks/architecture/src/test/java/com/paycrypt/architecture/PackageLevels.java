package com.paycrypt.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The levels of the core, lowest first: a package knows itself and what lies below it. */
final class PackageLevels extends ArchCondition<JavaClass> {
    private static final List<String> LOWEST_FIRST = List.of(
            "internal.text", "internal.sign", "error", "money", "auth", "call", "internal", "session", "webhook", "");

    private final String root;

    /** The levels below one root package. */
    PackageLevels(String root) {
        super("know only their own level and those below it, lowest first: " + LOWEST_FIRST);
        this.root = root;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (level(type) < 0) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " stands on no known level"));
        }
        type.getDirectDependenciesFromSelf().stream()
                .filter(this::pointsUp)
                .forEach(up -> events.add(SimpleConditionEvent.violated(up, up.getDescription())));
    }

    private boolean pointsUp(Dependency dependency) {
        return isBelowRoot(dependency.getTargetClass())
                && level(dependency.getTargetClass()) > level(dependency.getOriginClass());
    }

    private boolean isBelowRoot(JavaClass type) {
        return (type.getPackageName() + '.').startsWith(root + '.');
    }

    /** A package below another stands on its level unless it has one of its own. */
    private int level(JavaClass type) {
        String below = type.getPackageName().substring(root.length()).replaceFirst("^\\.", "");
        while (below.contains(".") && !LOWEST_FIRST.contains(below)) {
            below = below.substring(0, below.lastIndexOf('.'));
        }
        return LOWEST_FIRST.indexOf(below);
    }
}
