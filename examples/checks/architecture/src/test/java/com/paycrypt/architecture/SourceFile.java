package com.paycrypt.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java file as the compiler reads it, with the lines its parts stand on. */
record SourceFile(Path path, String text, CompilationUnitTree tree, SourcePositions positions) {

    static SourceFile parse(Path path, String text) {
        return parse(Map.of(path, text)).get(0);
    }

    /** The compiler's own parser, so that a word in a comment or a text is never taken for code; made once for all files. */
    static List<SourceFile> parse(Map<Path, String> texts) {
        List<JavaFileObject> inMemory = new ArrayList<>();
        texts.forEach((path, text) -> inMemory.add(inMemory(path, text)));
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, inMemory);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> parsed = new ArrayList<>();
        for (CompilationUnitTree tree : parse(task)) {
            Path path = Repository.ROOT.relativize(Path.of(tree.getSourceFile().toUri()));
            parsed.add(new SourceFile(path, texts.get(path), tree, positions));
        }
        return parsed;
    }

    private static Iterable<? extends CompilationUnitTree> parse(JavacTask task) {
        try {
            return task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject inMemory(Path path, String text) {
        return new SimpleJavaFileObject(Repository.ROOT.resolve(path).toUri(), JavaFileObject.Kind.SOURCE) {
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
