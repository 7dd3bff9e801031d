package org.walletcounter.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Compiles every template that is newer than its compiled form, and writes the list of reports. Run by the build after
 * the test classes are there; where nothing changed it takes no measurable time.
 */
public final class TemplateCompiler {

    private TemplateCompiler() {}

    /**
     * Compiles.
     *
     * @param folders the folder with one folder per report, and the one that the compiled templates go to
     */
    public static void main(String[] folders) throws IOException, JRException {
        Path sources = Path.of(folders[0]);
        Path target = Path.of(folders[1]);
        List<String> codes = names(sources, Files::isDirectory);
        for (String code : codes) {
            Path folder = Files.createDirectories(target.resolve(code));
            for (String template :
                    names(sources.resolve(code), file -> file.toString().endsWith(".jrxml"))) {
                compile(sources.resolve(code).resolve(template), folder.resolve(template.replace(".jrxml", ".jasper")));
            }
        }
        Files.write(target.resolve("index"), codes);
    }

    private static void compile(Path template, Path compiled) throws IOException, JRException {
        if (Files.exists(compiled)
                && Files.getLastModifiedTime(compiled).compareTo(Files.getLastModifiedTime(template)) >= 0) {
            return;
        }
        JasperCompileManager.compileReportToFile(template.toString(), compiled.toString());
    }

    private static List<String> names(Path folder, java.util.function.Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
