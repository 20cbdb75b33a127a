package com.paycrypt.examples.matrix;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * Compiles a program of the first-use folder as it stands. Only a package is put before it: Spring Boot itself cannot
 * scan the default package, where its own jars would be scanned as well.
 */
final class FirstUse {
    private FirstUse() {}

    static Class<?> compiled(String name, Path target) throws IOException, ReflectiveOperationException {
        Path source = target.resolve(name + ".java");
        Files.writeString(source, "package shop;\n" + Files.readString(Path.of("../first-use", name + ".java")));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", target.toString(), "-cp", classPath(), source.toString());
        if (result != 0) {
            throw new IllegalStateException(name + " does not compile");
        }
        URL[] classes = {target.toUri().toURL()};
        return new URLClassLoader(classes, FirstUse.class.getClassLoader()).loadClass("shop." + name);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
