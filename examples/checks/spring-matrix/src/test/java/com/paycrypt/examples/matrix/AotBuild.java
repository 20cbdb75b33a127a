package com.paycrypt.examples.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** What Boot's Maven and Gradle plugins do to an application ahead of time: process it, and compile what came of it. */
record AotBuild(Path classes) {
    private static final String PROCESSOR = "org.springframework.boot.SpringApplicationAotProcessor";

    static AotBuild of(Class<?> application, Path work, List<String> properties) throws Exception {
        Path sources = work.resolve("sources");
        Path classes = work.resolve("classes");
        List<String> main = new ArrayList<>(List.of(application.getName(), sources.toString()));
        main.addAll(List.of(classes.toString(), classes.toString(), "com.paycrypt.examples", "aot"));
        properties.forEach(property -> main.add("--" + property));
        process(main);
        compile(sources, classes);
        return new AotBuild(classes);
    }

    /** In the JVM of the tests, which has read most of what it takes already. */
    private static void process(List<String> main) throws ReflectiveOperationException {
        Class.forName(PROCESSOR).getMethod("main", String[].class).invoke(null, (Object) main.toArray(String[]::new));
    }

    Program start(Class<?> application, Map<String, String> environment) throws IOException {
        List<String> options = List.of("-Dspring.aot.enabled=true");
        List<String> main = List.of(application.getName(), "--server.port=0", "--server.address=127.0.0.1");
        return Program.start(classes, options, environment, main);
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", classes + ":" + Program.classPath()));
        files(sources, ".java").forEach(source -> arguments.add(source.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("what was made ahead of time does not compile");
        }
    }

    private static List<Path> files(Path directory, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
