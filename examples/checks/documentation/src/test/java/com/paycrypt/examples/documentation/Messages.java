package com.paycrypt.examples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts in the statements of a Java source: literals that are joined are one text, and what is put in between is
 * {@code ...}, as in the guides.
 */
final class Messages {
    private static final String ANYTHING = "...";
    private static final Pattern COMMENT = Pattern.compile("(?m)/\\*[\\s\\S]*?\\*/|^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern LOGGED = Pattern.compile("Level\\.(?:WARNING|ERROR)");

    /** Logs by a method of its own. */
    private static final Pattern LOGGED_BY_METHOD = Pattern.compile(LOGGED + "|\\berror\\(");

    private Messages() {}

    /** The texts of all statements of a source. */
    static Stream<String> all(Path source) {
        return statements(source).map(Messages::text);
    }

    /** The texts of those statements that log at WARN or ERROR. */
    static Stream<String> logged(Path source) {
        boolean byMethod = statements(source).anyMatch(statement -> statement.contains("Level.ERROR, what"));
        Pattern logs = byMethod ? LOGGED_BY_METHOD : LOGGED;
        return statements(source)
                .filter(statement -> logs.matcher(statement).find())
                .map(Messages::text)
                .filter(text -> text.length() > ANYTHING.length());
    }

    /** Whether a quotation, in which ... stands for anything, is in a text. */
    static boolean quotes(String quotation, String text) {
        int from = 0;
        for (String part : List.of(quotation.split(Pattern.quote(ANYTHING)))) {
            int found = text.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    private static Stream<String> statements(Path source) {
        try {
            String code =
                    COMMENT.matcher(Files.readString(source)).replaceAll("").replace("'\"'", "' '");
            return Stream.of(code.split(";\\s*\\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private static String text(String statement) {
        StringBuilder text = new StringBuilder();
        Matcher literal = LITERAL.matcher(statement);
        for (int end = 0; literal.find(); end = literal.end()) {
            String between = statement.substring(end, literal.start()).strip();
            text.append(between.equals("+") ? "" : ANYTHING).append(literal.group(1));
        }
        return ARGUMENT.matcher(text).replaceAll(ANYTHING).replace("''", "'");
    }
}
