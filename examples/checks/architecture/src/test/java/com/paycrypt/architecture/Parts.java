package com.paycrypt.architecture;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.stream.Stream;

/** Finds the parts of one kind in a source file. */
final class Parts {
    private Parts() {}

    static <T extends Tree> Stream<T> of(SourceFile file, Class<T> kind) {
        Stream.Builder<T> found = Stream.builder();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree part, Void nothing) {
                if (kind.isInstance(part)) {
                    found.add(kind.cast(part));
                }
                return super.scan(part, null);
            }
        }.scan(file.tree(), null);
        return found.build();
    }

    /** The bare name of what is called, whether it is written with its class or imported. */
    static String name(MethodInvocationTree call) {
        ExpressionTree callee = call.getMethodSelect();
        if (callee instanceof MemberSelectTree member) {
            return member.getIdentifier().toString();
        }
        return callee instanceof IdentifierTree identifier
                ? identifier.getName().toString()
                : "";
    }
}
