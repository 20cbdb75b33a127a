package com.paycrypt.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;

/** A module that merchants depend on, and how many types it may ask them to learn. */
enum PublishedModule {
    CORE("paycrypt-sdk-core", 36),
    SERVLET("paycrypt-sdk-servlet", 3),
    SPRING("paycrypt-sdk-spring", 13);

    final CompiledModule compiled;
    final int mostTypes;

    PublishedModule(String directory, int mostTypes) {
        this.compiled = new CompiledModule(Repository.ROOT.resolve(directory).resolve("target/classes"));
        this.mostTypes = mostTypes;
    }

    /** All published classes at once: package cycles may pass through several modules. */
    static JavaClasses all() {
        return new ClassFileImporter()
                .importPaths(Stream.of(values())
                        .map(module -> module.compiled.directory())
                        .toList());
    }
}
