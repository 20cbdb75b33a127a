package com.paycrypt.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Static fields whose value, or whose value's inside, can change after the class is loaded. */
final class MutableStatics {
    private static final Pattern MUTABLE = Pattern.compile(
            "(Atomic|Concurrent|Blocking|Linked|Array|Hash|Tree|Weak|Identity|Enum|CopyOnWrite)\\w*(List|Set|Map|Queue|Deque)"
                    + "|Atomic\\w+|LongAdder|ThreadLocal|InheritableThreadLocal|StringBuilder|StringBuffer|BitSet"
                    + "|Random|SecureRandom|\\w*Buffer|Queue|Deque|BlockingQueue|ConcurrentMap");

    private MutableStatics() {}

    static Stream<String> in(SourceFile file) {
        return Parts.of(file, ClassTree.class)
                .flatMap(type -> type.getMembers().stream())
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> has(field, Modifier.STATIC) && changes(field))
                .map(field -> file.at(field, "static " + field.getName() + " can change"));
    }

    private static boolean changes(VariableTree field) {
        return !has(field, Modifier.FINAL)
                || isMutable(field.getType().toString())
                || isMadeMutable(field)
                || isOpenArray(field);
    }

    private static boolean isMadeMutable(VariableTree field) {
        return field.getInitializer() instanceof NewClassTree made
                && isMutable(made.getIdentifier().toString());
    }

    /** A private array can serve as a table of constants; any other can be written to by anybody. */
    private static boolean isOpenArray(VariableTree field) {
        return field.getType().toString().endsWith("[]") && !has(field, Modifier.PRIVATE);
    }

    private static boolean has(VariableTree field, Modifier modifier) {
        return field.getModifiers().getFlags().contains(modifier);
    }

    private static boolean isMutable(String type) {
        String simpleName = type.replaceAll("<.*", "").replaceAll(".*\\.", "");
        return MUTABLE.matcher(simpleName).matches();
    }
}
