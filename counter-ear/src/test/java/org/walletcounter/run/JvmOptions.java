package org.walletcounter.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What WildFly's own start script hands to a Java that has modules; here without a shell, so that every system starts alike. */
final class JvmOptions {

    private static final int FIRST_WITH_COMPACT_HEADERS = 25;

    static final List<String> OF_WILDFLY = List.of(
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.awt.headless=true",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000",
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    /** Few pools of native memory: with one for each thread, what they have freed stays with them. For Linux; others ignore it. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private JvmOptions() {}

    /**
     * Memory as the busiest minute wants it on a small machine. The serial collector: its pauses are few milliseconds with a
     * heap this small, and it takes no processor away from the payments while it does not run. Small object headers where
     * Java has them.
     */
    static List<String> memory() {
        List<String> options = new ArrayList<>(List.of("-Xms192m", "-Xmx272m", "-XX:+UseSerialGC"));
        // What the compilers have freed goes back to the system; a Java that does not know how starts all the same.
        options.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=30000"));
        if (Runtime.version().feature() >= FIRST_WITH_COMPACT_HEADERS) {
            options.add("-XX:+UseCompactObjectHeaders");
        }
        return options;
    }
}
