package com.paycrypt.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java file as the compiler reads it, with the lines its parts stand on. */
record SourceFile(Path path, String text, CompilationUnitTree tree, SourcePositions positions) {

    /** The compiler's own parser, so that a word in a comment or a text is never taken for code. */
    static SourceFile parse(Path path, String text) {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(inMemory(text)));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            return new SourceFile(path, text, tree, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject inMemory(String text) {
        return new SimpleJavaFileObject(URI.create("memory:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    boolean isMain() {
        return isBelow("src/main");
    }

    boolean isTest() {
        return isBelow("src/test");
    }

    boolean isBelow(String directory) {
        return ('/' + path.toString().replace('\\', '/')).contains('/' + directory + '/');
    }

    /** Lines from the first annotation or modifier to the closing brace: a comment above costs nothing. */
    long linesOf(Tree part) {
        return line(positions.getEndPosition(tree, part)) - lineOf(part) + 1;
    }

    long lineOf(Tree part) {
        return line(positions.getStartPosition(tree, part));
    }

    private long line(long position) {
        return tree.getLineMap().getLineNumber(position);
    }

    /** A violation as an editor can jump to it. */
    String at(Tree part, String what) {
        return path + ":" + lineOf(part) + " " + what;
    }
}
