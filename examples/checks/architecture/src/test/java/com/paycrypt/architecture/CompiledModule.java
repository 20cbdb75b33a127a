package com.paycrypt.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A directory of class files, and what of it others can name. */
final class CompiledModule {
    private final Path directory;
    private final JavaClasses classes;

    CompiledModule(Path directory) {
        this.directory = directory;
        this.classes = new ClassFileImporter().importPath(directory);
    }

    Path directory() {
        return directory;
    }

    JavaClasses classes() {
        return classes;
    }

    Set<String> packages() {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages that a module descriptor opens to others; without a descriptor, all that are not named internal. */
    Set<String> exportedPackages() {
        return ModuleFinder.of(directory).findAll().stream()
                .findFirst()
                .map(module -> module.descriptor().exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.<String>toSet()))
                .orElseGet(() -> packages().stream()
                        .filter(name -> !(name + '.').contains(".internal."))
                        .collect(Collectors.toSet()));
    }

    /** Of auto-configurations only the names are API, and nobody has to know them. */
    List<String> exportedTypes() {
        return exportedClasses()
                .filter(type -> !type.isAnnotatedWith("org.springframework.boot.autoconfigure.AutoConfiguration"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    /** All classes, public or not, of the exported packages. */
    Stream<JavaClass> exportedClasses() {
        Set<String> exported = exportedPackages();
        return classes.stream().filter(type -> exported.contains(type.getPackageName()));
    }
}
